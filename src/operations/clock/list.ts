import { z } from 'zod';
import { actorNames } from '../history/actor-names.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadClocks } from './load.ts';
import { ShownClock, shownOf } from './shown.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Also those that concern neither the organisation nor the document. */
  all: z.stringbool().default(false),
});
const Output = z.object({
  items: z.array(ShownClock),
  /** Names of those who said something of them, by how the ledger calls them. */
  names: z.record(z.string(), z.string()),
  /** How many more there are rules for that concern nobody here. */
  others: z.number().int(),
});
export type ClockList = z.infer<typeof Output>;

export const listClocks: StoredOperation<z.infer<typeof Input>, ClockList> = {
  name: 'clock.list',
  sentence:
    'List the clocks of an incident: what has to be told to whom by when, what started each, and what was said of it.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/clocks' },
  run: async (context, { incident: reference, all }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const { clocks, kept } = await loadClocks(context, incident.id);
    const shown = clocks.filter(({ state }) => all || state !== 'notConcerned');
    const actors = [...kept.values()].flatMap(({ mark }) => mark.done?.by ?? mark.applies?.by ?? []);
    const names = actors.length === 0 ? [] : await actorNames(context, actors);
    return {
      names: Object.fromEntries(names),
      items: shown.map((clock) => shownOf(clock, kept.get(clock.rule.id)?.version ?? 0)),
      others: clocks.length - shown.length,
    };
  },
};
