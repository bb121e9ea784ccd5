import { isFields } from '../../record/value-at.ts';
import { stringify } from 'yaml';
import type { Io } from '../io.ts';
import { safe } from '../text/safe.ts';
import { table } from '../text/table.ts';

type Shown = { json: boolean; io: Pick<Io, 'style' | 'columns'> };
type Fields = Record<string, unknown>;

/** An instant as people read it: to the second, and still with its zone. */
const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z$/;

/** Nested values go on lines of their own above the first, and are counted rather than shown above the second. */
const [inlineLetters, mostLetters] = [100, 4000];

/** A text of several lines, indented below its name; `safe` line by line. */
const below = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `\n  ${safe(line)}`)
    .join('');

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.includes('\n') ? below(value) : safe(value.replace(instant, '$1 $2Z'));
  if (typeof value !== 'object') return safe(String(value));
  const text = JSON.stringify(value);
  if (text.length <= inlineLetters) return safe(text);
  if (text.length <= mostLetters)
    return below(stringify(value, { lineWidth: 0, indentSeq: false, blockQuote: 'literal' }));
  const [count, what] = Array.isArray(value) ? [value.length, 'entries'] : [Object.keys(value).length, 'fields'];
  return `${count} ${what}; --json shows them`;
}

function lineOf(name: string, value: unknown, { io }: Shown): string {
  const words = wordOf(value);
  return `${io.style('strong', name)}:${words === '' || words.startsWith('\n') ? '' : ' '}${words}\n`;
}

/** A key or a hash: it is of no use when a column cuts it off. */
const isLong = (value: unknown): boolean => typeof value === 'string' && /^\S{41}/.test(value);

/** A list as a table of its plain fields; line by line, when a value would be cut off that has to be copied. */
function list(items: Fields[], shown: Shown): string {
  const { io } = shown;
  // Who has a key is called by it; the rest of a list is then easier to read.
  const hidden = items.every((item) => typeof item['key'] === 'string') ? ['id', 'number'] : [];
  const plain = [...new Set(items.flatMap((item) => Object.keys(item)))].filter(
    (name) =>
      !hidden.includes(name) &&
      items.some((item) => wordOf(item[name]) !== '') &&
      items.every((item) => typeof item[name] !== 'object' || item[name] === null),
  );
  if (items.some((item) => plain.some((name) => isLong(item[name]))))
    return items.map((item) => plain.map((name) => lineOf(name, item[name], shown)).join('')).join('\n');
  const head = plain.map((name) => ({ text: name, look: 'strong' }) as const);
  return table([head, ...items.map((item) => plain.map((name) => wordOf(item[name])))], io.style, io.columns);
}

/** An answer for people: lists as tables, the rest line by line; as JSON for programs. */
export function renderReply(reply: unknown, shown: Shown): string {
  if (shown.json || !isFields(reply)) return `${JSON.stringify(reply, null, 2)}\n`;
  const { items, next, ...rest } = reply;
  if (Array.isArray(items) && items.every(isFields)) {
    const more = next === undefined ? '' : `more: --cursor ${wordOf(next)}\n`;
    return items.length === 0 ? 'none\n' : `${list(items, shown)}${more}`;
  }
  return Object.entries({ ...rest, ...(items === undefined ? {} : { items }) })
    .map(([name, value]) => lineOf(name, value, shown))
    .join('');
}
