import type { Io } from '../io.ts';
import { safe } from '../text/safe.ts';
import { table } from '../text/table.ts';

type Shown = { json: boolean; io: Pick<Io, 'style' | 'columns'> };
type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordOf = (value: unknown): string =>
  value === null || value === undefined ? '' : safe(typeof value === 'string' ? value : JSON.stringify(value));

/** A list as a table of its plain fields. */
function list(items: Fields[], { io }: Shown): string {
  const plain = [...new Set(items.flatMap((item) => Object.keys(item)))].filter((name) =>
    items.every((item) => typeof item[name] !== 'object' || item[name] === null),
  );
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
    .map(([name, value]) => `${shown.io.style('strong', name)}: ${wordOf(value)}\n`)
    .join('');
}
