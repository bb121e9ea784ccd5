import { rowKeyOf } from '../saving/entry-ids.ts';
import { idBefore, idsNow } from '../saving/placing.ts';
import type { List } from '../saving/entries.ts';
import type { GridRow } from './grid-state.ts';
import type { Grid } from './use-grid.ts';

type In = { incident: string; collection: string };

const listOf = ({ incident, collection }: In): List => ({ incident, key: collection });

/** The entry that a row of a table stands behind in the whole list, of which the table may show a part; empty for the first. */
export function placeAt(of: In, rows: readonly GridRow[], key: string): string {
  const at = rows.findIndex((row) => row.key === key);
  const above = rows.slice(0, at).findLast(({ isNew }) => !isNew);
  const below = rows.slice(at + 1).find(({ isNew }) => !isNew);
  return above?.id ?? (below === undefined ? '' : idBefore(listOf(of), below.id));
}

/** Whether the rows of a table stand where people put them: times have an order of their own, and rows of a template theirs. */
export const isPlaced = ({ latest }: Grid): boolean => {
  const { shape, open } = latest.current.props;
  return shape.order === undefined && open;
};

/**
 * The row that another one would change places with. The order is that of the record now: after a move the page is laid out later,
 * and a key that is pressed again meanwhile means the new place.
 */
export function besideIn({ latest }: Grid, row: GridRow, step: 1 | -1): GridRow | undefined {
  const { rows, props } = latest.current;
  const places = new Map(idsNow(listOf(props)).map((id, index) => [rowKeyOf(id), index]));
  const placeOf = ({ key }: GridRow) => places.get(key) ?? places.size;
  const entries = rows.filter(({ isNew }) => !isNew).toSorted((a, b) => placeOf(a) - placeOf(b));
  const at = entries.findIndex(({ key }) => key === row.key);
  return at < 0 ? undefined : entries[at + step];
}

/** Moves a row up or down by one, the keyboard with it. */
export function moveRow(grid: Grid, row: GridRow, step: 1 | -1): void {
  const beside = besideIn(grid, row, step);
  if (beside === undefined || !isPlaced(grid)) return;
  const { at, props } = grid.latest.current;
  grid.changes.move(row, step > 0 ? beside.id : idBefore(listOf(props), beside.id));
  grid.go(row.key, at?.row === row.key ? at.column : 1);
}
