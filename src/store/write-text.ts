import { renumbered } from './plain-statement.ts';
import { entryColumns, entryParameters, entryWidth } from './entry-row.ts';

const known = new Map<string, string[]>();
/** Texts are made of the code's own, so there are few; beyond this something writes values into them. */
const mostKnown = 200;

function made(change: string, width: number, count: number): string {
  const from = Array.from({ length: count }, (_, index) => index * (width + entryWidth));
  const changes = from.map((by, index) => `c${index} as (${renumbered(change, by)} returning 1)`);
  const entries = from.map((by, index) => `select ${entryParameters(by + width + 1)} from c${index}`);
  return `with ${changes.join(', ')} insert into entry (${entryColumns}) ${entries.join(' union all ')}${count === 1 ? '' : ' returning key'}`;
}

/**
 * The text that makes as many changes of one wording as `count` says, each with its entry, if it changed something. Its parameters
 * are the `width` of a change and those of its entry, then the next's. Of several, it answers the key of
 * each that was entered; of one alone, nothing but their count, which is quicker.
 */
export function writeText(change: string, width: number, count: number): string {
  let texts = known.get(change);
  if (texts === undefined) {
    texts = [];
    if (known.size < mostKnown) known.set(change, texts);
  }
  return (texts[count] ??= made(change, width, count));
}
