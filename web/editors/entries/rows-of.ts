import { rowKeyOf } from '../saving/entry-ids.ts';
import type { EntryRow } from './columns.ts';
import type { GridRow } from './grid-state.ts';
import type { Shape } from './shapes.ts';

/** A row that is put beside another before anything is written in it. */
export type Inserted = {
  key: string;
  after: string | undefined;
  value: Record<string, unknown>;
  /** It could not be added: it stays until it is. */
  kept?: true;
};

/** The rows of a grid: entries in the order of their list, those being put between them, and the empty one at the end. */
export function rowsOf(
  entries: readonly EntryRow[],
  shape: Shape,
  { inserted, last }: { inserted: readonly Inserted[]; last: string | undefined },
): GridRow[] {
  const ordered = shape.order?.(entries) ?? entries;
  const rows: GridRow[] = ordered.map((entry) => ({ ...entry, key: rowKeyOf(entry.id), isNew: false, depth: 0 }));
  const empty = { id: '', version: 0, index: -1, isNew: true, depth: 0 };
  for (const { key, after, value } of inserted) {
    // For a moment it is an entry already, or still one.
    if (rows.some((row) => row.key === key)) continue;
    rows.splice(rows.findIndex((row) => row.key === after) + 1, 0, { ...empty, key, value });
  }
  if (last !== undefined) rows.push({ ...empty, key: last, value: undefined });
  const depths = shape.depths?.(rows.map(({ value }) => value ?? {}) as never[]);
  return depths === undefined ? rows : rows.map((row, at) => ({ ...row, depth: depths[at] ?? 0 }));
}

/** The same rows in an order they had before: while somebody writes in one, none moves away from under them. New ones stay behind. */
export function inOrderOf(rows: readonly GridRow[], keys: readonly string[]): readonly GridRow[] {
  if (rows.every(({ key }, index) => key === keys[index])) return rows;
  const places = new Map(keys.map((key, index) => [key, index]));
  const placeOf = ({ key }: GridRow) => places.get(key) ?? keys.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}
