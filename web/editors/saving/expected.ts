import type { Query } from '@tanstack/react-query';
import type { Shown } from '../../../src/operations/incident/show.ts';
import { queries } from '../../api/queries.ts';

/** What a change makes of an incident as it is shown. It is done again on every answer that comes before it is saved. */
export type Expected = (shown: Shown) => Shown;

const isOf = (incident: string) => (query: Query) => {
  const [name, input] = query.queryKey as [string, { incident?: string }];
  const shown = query.state.data as Shown | undefined;
  return name === 'incident.show' && [input.incident, shown?.id, shown?.key].includes(incident);
};

/** The incident as it is shown now. */
export const shownNow = (incident: string): Shown | undefined =>
  queries.getQueryCache().find<Shown>({ predicate: isOf(incident), queryKey: ['incident.show'], exact: false })?.state
    .data;

/** Changes what is shown, once. */
export function putShown(incident: string, change: Expected): void {
  queries.setQueriesData<Shown>({ predicate: isOf(incident) }, (before) => before && change(before));
}

const waiting = new Map<string, Set<Expected>>();
/** Of these the server has answered, while an answer from before them may still be on its way. */
const ending = new Set<Expected>();

/** Shows a change before the server has confirmed it. Gives what ends the waiting, when it has answered: whether it took it. */
export function expectShown(incident: string, change: Expected): (taken: boolean) => void {
  const own = waiting.get(incident) ?? new Set();
  waiting.set(incident, own.add(change));
  putShown(incident, change);
  return (taken) => {
    const reading = queries.getQueryCache().findAll({ predicate: isOf(incident), fetchStatus: 'fetching' });
    if (taken && reading.length > 0) ending.add(change);
    else own.delete(change);
  };
}

// An answer that was read before a change was saved would take it off the screen for a moment.
queries.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated') return;
  const { query, action } = event;
  const isAnswer = action.type === 'success' && action.manual !== true;
  if (!isAnswer && action.type !== 'error') return;
  for (const [incident, changes] of waiting) {
    if (changes.size === 0 || !isOf(incident)(query)) continue;
    if (isAnswer)
      queries.setQueryData<Shown>(query.queryKey, (shown) =>
        [...changes].reduce<Shown | undefined>((after, change) => after && change(after), shown),
      );
    for (const change of changes) if (ending.delete(change)) changes.delete(change);
  }
});
