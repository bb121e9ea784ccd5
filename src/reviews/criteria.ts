import type { PostmortemRecord } from '../record/record.ts';
import type { ActionStanding } from './standing.ts';

/** What the figures say to a success criterion; `unknown` where only people can tell. */
export type Verdict = 'met' | 'missed' | 'unknown';

/** A success criterion of the document, with what was found and what that rests on. */
export type Criterion = { text: string; ticked: boolean | null; computed: Verdict; cites: string[] };

type Facts = { actions: readonly ActionStanding[]; similar: readonly { key: string }[] };

const finished = (state: ActionStanding['state']): boolean => state === 'done' || state === 'verified';
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s-]+/g, ' ');

const noRepeat =
  /\b(?:no|zero)\s+(?:similar|repeat(?:ed)?|recurring|further)\s+(?:incidents?|outages?|occurrences?)\b|\bno recurrence\b/i;
const allActions =
  /\ball\s+(?:(.{1,40}?)\s+)?action(?: item)?s?\b.{0,20}\b(?:completed?|done|closed|finished|implemented|verified)\b/i;

function ofActions(text: string, { actions }: Facts): Pick<Criterion, 'computed' | 'cites'> | undefined {
  const found = allActions.exec(text.slice(0, 300));
  if (found === null) return undefined;
  const of = plain(found[1] ?? '').trim();
  const meant = actions.filter(({ state, horizon, priority }) => {
    const its = [horizon, priority].map((word) => plain(word));
    return state !== 'dropped' && (of === '' || its.includes(of));
  });
  // Words that name neither a horizon nor a priority may mean anything.
  if (meant.length === 0) return { computed: 'unknown', cites: [] };
  const wanted = /\bverified\b/i.test(text) ? (state: string) => state === 'verified' : finished;
  const left = meant.filter(({ state }) => !wanted(state));
  const cited = left.length === 0 ? meant : left;
  return { computed: left.length === 0 ? 'met' : 'missed', cites: cited.map(({ label }) => label) };
}

/** Says of each criterion what can be computed: actions of a horizon that are done, incidents that came back. */
export function criteriaOf({ criteria = [] }: PostmortemRecord, facts: Facts): Criterion[] {
  return criteria.flatMap(({ text = '', done }) => {
    if (text.trim() === '') return [];
    const repeats = noRepeat.test(text.slice(0, 300))
      ? {
          computed: facts.similar.length === 0 ? ('met' as const) : ('missed' as const),
          cites: facts.similar.map(({ key }) => key),
        }
      : undefined;
    const found = repeats ?? ofActions(text, facts) ?? { computed: 'unknown' as const, cites: [] };
    return [{ text, ticked: done ?? null, ...found }];
  });
}
