import type { PostmortemRecord } from '../../record/record.ts';
import type { Style } from '../text/style.ts';
import { type Cell, table } from '../text/table.ts';

/** Keys of a timeline event worth a column; the rest of its time is in `--json`. */
const timelineColumns = ['line', 'at', 'phase', 'milestone', 'actor', 'text'];
const skipped = new Set(['claims', 'custom', 'timeline']);

type Leaf = { path: string; text: string };

const isMoment = (value: object): value is { written?: string; at?: string } => 'precision' in value;

function leafText(value: unknown): string {
  if (typeof value === 'object' && value !== null && isMoment(value)) return value.written ?? value.at ?? '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** The scalar leaves of a group, deep ones by their path. */
function leavesOf(value: unknown, path: string): Leaf[] {
  if (typeof value !== 'object' || value === null || isMoment(value)) return [{ path, text: leafText(value) }];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, path === '' ? key : `${path}.${key}`));
}

function collection(items: object[], wanted: string[] | undefined, style: Style, columns: number): string {
  const present = new Set(items.flatMap((item) => Object.keys(item)));
  const keys = (wanted ?? [...present]).filter((key) => present.has(key));
  const head: Cell[] = keys.map((text) => ({ text, look: 'faint' }));
  const rows = items.map((item) => {
    const cells = new Map(Object.entries(item));
    return keys.map((key): Cell => {
      const text = cells.has(key) ? leafText(cells.get(key)) : '';
      return key === 'milestone' && cells.get('inferred') === true && text !== '' ? `${text}?` : text;
    });
  });
  return table([head, ...rows], style, columns);
}

/** The record for people: groups as fields, collections as tables; a `?` marks a suggested milestone. */
export function renderRecord(record: PostmortemRecord, style: Style, columns: number): string {
  const parts: string[] = [];
  const title = (text: string) => parts.push(`\n${style('strong', text)}\n`);
  for (const [key, value] of Object.entries(record)) {
    if (skipped.has(key) || Array.isArray(value)) continue;
    const leaves = leavesOf(value, '');
    if (leaves.length === 0) continue;
    title(key);
    parts.push(
      table(
        leaves.map(({ path, text }) => [{ text: path === '' ? key : path, look: 'faint' }, text]),
        style,
        columns,
      ),
    );
  }
  const timeline = record.timeline ?? [];
  if (timeline.length > 0) {
    title(`timeline (${timeline.length})`);
    parts.push(collection(timeline, timelineColumns, style, columns));
  }
  for (const [key, value] of Object.entries(record)) {
    if (skipped.has(key) || !Array.isArray(value) || value.length === 0) continue;
    title(`${key} (${value.length})`);
    parts.push(collection(value, undefined, style, columns));
  }
  return parts.join('');
}
