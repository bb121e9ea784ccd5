/** What is wrong with what stands in a cell and is not saved; nothing that was written is lost. */
export type Draft = { text: string; wrong: string };

/** The cell that the keyboard is at; 0 is the check box of the row, then the columns, then its menu. */
export type At = { row: string; column: number };

/** The cell being written in: with what it began, and the version of the entry that the person saw then. */
export type Editing = At & { text: string; seen: number };

/** A row of the grid: an entry, or the empty one that becomes an entry when something is written in it. */
export type GridRow = {
  key: string;
  id: string;
  version: number;
  value: unknown;
  index: number;
  isNew: boolean;
  depth: number;
};

/** Where a key leads from a cell; undefined for other keys. `rows` and `columns` are counts. */
export function moved(
  key: string,
  far: boolean,
  { row, column }: { row: number; column: number },
  { rows, columns }: { rows: number; columns: number },
): { row: number; column: number } | undefined {
  const to = (nextRow: number, nextColumn: number) => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    column: Math.max(0, Math.min(columns - 1, nextColumn)),
  });
  if (key === 'ArrowUp') return to(far ? 0 : row - 1, column);
  if (key === 'ArrowDown') return to(far ? rows : row + 1, column);
  if (key === 'ArrowLeft') return to(row, far ? 0 : column - 1);
  if (key === 'ArrowRight') return to(row, far ? columns : column + 1);
  if (key === 'PageUp') return to(row - 10, column);
  if (key === 'PageDown') return to(row + 10, column);
  if (key === 'Home') return to(far ? 0 : row, 0);
  if (key === 'End') return to(far ? rows : row, columns);
  return undefined;
}
