import type { Entry } from '../write/select.ts';
import type { LayoutEntries, LayoutFixed } from './layout.ts';

/** Parts of a timeline event's time, which its column `time` shows as one, and what reading notes down beside the event. */
const timeParts = ['written', 'at', 'until', 'precision', 'zone', 'carried'];
const bookkeeping = ['line', 'count', 'inferred', 'inferredFrom'];

/** Keys that an entry states and its place shows nowhere; `row` is the fixed row it stands in, if it does. */
export function hiddenKeys(item: LayoutEntries, row: LayoutFixed | undefined, entry: Entry): string[] {
  const filters = [...item.filter, ...(row?.filter ?? [])];
  const shown = new Set([...(row?.keys ?? item.columns.map(({ key }) => key)), ...filters.map(({ key }) => key)]);
  for (const key of shown.has('time') ? [...timeParts, ...bookkeeping] : bookkeeping) shown.add(key);
  return Object.keys(entry).filter((key) => !shown.has(key) && entry[key] !== undefined);
}
