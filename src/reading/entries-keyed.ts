import type { Fence } from '../markdown/blocks.ts';
import { splitLeading } from './entry.ts';
import { type EntryScope, push } from './entry-scope.ts';

const timeKey = /^[ \t]{0,12}(?:-[ \t]{1,3})?["']?(?:at|time|when|timestamp)["']?[ \t]?:[ \t]{1,3}["']?(?=\d)/i;
const textKey =
  /^[ \t]{0,12}(?:-[ \t]{1,3})?["']?(?:what|event|text|description|summary|note|message|msg|action|detail)s?["']?[ \t]?:[ \t]{1,3}(\S.*)$/i;
const quotes = /^["']|["'],?$/g;

/** Fewer times are a setting. */
const least = 3;

/**
 * Entries of a timeline kept as data: `- at: 13:30` with `what: job merged` on a line before or behind it. False when it is none.
 */
export function keyedEntries({ lines }: Fence, scope: EntryScope): boolean {
  const read = lines.map(({ from, to }) => ({ from, to, line: scope.text.slice(from, Math.min(to, from + 2000)) }));
  if (read.filter(({ line }) => timeKey.test(line)).length < least) return false;
  let pending = '';
  for (const { from, to, line } of read) {
    const key = timeKey.exec(line);
    const split = key ? splitLeading(line.slice(key[0].length)) : undefined;
    const last = scope.into.at(-1);
    if (split) {
      push(scope, { ...split, text: pending }, from, to, 'list');
      pending = '';
      continue;
    }
    const told = textKey.exec(line)?.[1]?.replace(quotes, '') ?? '';
    if (told === '') continue;
    // A text that opens an item belongs to the time behind it.
    if (/^[ \t]{0,12}-/.test(line) || !last || last.text !== '') pending = told;
    else {
      last.text = told;
      last.to = to;
    }
  }
  return true;
}
