import { textOf } from '../lenient.ts';

/** Fields that put things in order and say nothing of what happened. */
const bookkeeping =
  /^(?:rank|sprint|epic (?:link|child|name|color|status)|parent|issueparentassociation|timespent|time ?estimate|timeoriginalestimate|worklogid|worklogtimespent|remaining estimate|story points?|story point estimate|watchers?|workflow|key|project|development|security|flagged value)$/i;

const shown = (text: string | undefined) =>
  text === undefined ? 'none' : text.replace(/\s+/g, ' ').trim().slice(0, 80);

/** Fields whose values are not replaced but come and go, as verbs. */
const additions: ReadonlyMap<string, [added: string, removed: string]> = new Map([
  ['attachment', ['attached', 'attachment removed:']],
  ['link', ['link added:', 'link removed:']],
  ['remoteissuelink', ['link added:', 'link removed:']],
  ['remoteworkitemlink', ['link added:', 'link removed:']],
]);

/**
 * What a change did, one part per field: `status In Progress to Done`. Status comes first. Empty when only what says
 * nothing of what happened was changed.
 */
export function changeParts(items: unknown[]): string[] {
  const parts = items.flatMap((raw) => {
    // An item's members are `fromString` and `toString`, which every object has: only its own counts.
    const [field, before, now] = ['field', 'fromString', 'toString'].map((name) => textOf(raw, name));
    if (field === undefined || bookkeeping.test(field)) return [];
    const name = field.toLowerCase();
    const verbs = additions.get(name);
    if (verbs && (before === undefined) !== (now === undefined))
      return [{ name, text: now === undefined ? `${verbs[1]} ${shown(before)}` : `${verbs[0]} ${shown(now)}` }];
    if (name === 'description' || name === 'environment') return [{ name, text: `${name} edited` }];
    return [{ name, text: `${field} ${before === undefined ? 'set to' : `${shown(before)} to`} ${shown(now)}` }];
  });
  return parts.toSorted((a, b) => Number(b.name === 'status') - Number(a.name === 'status')).map(({ text }) => text);
}
