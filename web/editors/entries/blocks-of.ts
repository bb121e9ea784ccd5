import type { GridRow } from './grid-state.ts';

/** About what a window shows: what is below is laid out when it comes into sight, block by block. */
const blockRows = 24;

/** Rows that are drawn together, with the number of rows before them. */
export type Block = { key: number; before: number; rows: readonly GridRow[] };

/**
 * The rows in blocks. A row stays in its block of `before`, when that is given: one that changes its block is made anew, and somebody
 * may be writing in it. New ones go to the last block.
 */
export function blocksOf(rows: readonly GridRow[], before?: readonly Block[]): Block[] {
  const held = before && new Map(before.flatMap(({ key, rows: own }) => own.map((row) => [row.key, key])));
  const last = before?.at(-1)?.key ?? 0;
  const blockOf = ({ key }: GridRow, index: number): number =>
    held === undefined ? Math.floor(index / blockRows) : (held.get(key) ?? last);
  const blocks: (Block & { rows: GridRow[] })[] = [];
  for (const [index, row] of rows.entries()) {
    const key = blockOf(row, index);
    const open = blocks.at(-1);
    if (open?.key === key) open.rows.push(row);
    else blocks.push({ key, before: index, rows: [row] });
  }
  return blocks;
}
