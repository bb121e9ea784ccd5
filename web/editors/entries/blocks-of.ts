import type { GridRow } from './grid-state.ts';

/** About what a window shows: what is below is laid out when it comes into sight, block by block. */
const blockRows = 24;

/** Rows that are drawn together, with the number of rows before them. */
export type Block = { key: number; before: number; rows: readonly GridRow[] };

function inOrder(rows: readonly GridRow[]): Block[] {
  const blocks: Block[] = [];
  for (let before = 0; before < rows.length; before += blockRows)
    blocks.push({ key: before / blockRows, before, rows: rows.slice(before, before + blockRows) });
  return blocks;
}

/** The same rows as before, as most changes leave them; undefined for others. */
function unmoved(rows: readonly GridRow[], before: readonly Block[]): Block[] | undefined {
  const last = before.at(-1);
  if (rows.length !== (last === undefined ? 0 : last.before + last.rows.length)) return undefined;
  const blocks = before.map((block) => ({
    ...block,
    rows: rows.slice(block.before, block.before + block.rows.length),
  }));
  const isSame = blocks.every((block, at) =>
    block.rows.every(({ key }, index) => key === before[at]?.rows[index]?.key),
  );
  return isSame ? blocks : undefined;
}

/** A row begins its block of before, unless it was moved among the rows of others; it then is one of those, as is a new one. */
function asBefore(rows: readonly GridRow[], before: readonly Block[]): Block[] {
  const held = new Map(before.flatMap(({ key, rows: own }) => own.map((row) => [row.key, key])));
  const keys = rows.map(({ key }) => held.get(key));
  const blocks: (Block & { rows: GridRow[] })[] = [];
  for (const [index, row] of rows.entries()) {
    const [own, next = Infinity] = [keys[index] ?? 0, keys[index + 1]];
    const open = blocks.at(-1);
    const key = own > next ? (open?.key ?? next) : own;
    if (open === undefined || key > open.key) blocks.push({ key, before: index, rows: [row] });
    else open.rows.push(row);
  }
  return blocks;
}

/**
 * The rows in blocks. They stay in those of `before`, since a row that changes its block is made anew: somebody may have the focus in it,
 * or be writing. Blocks that have grown too long are made anew when nobody writes (`hold`).
 */
export function blocksOf(rows: readonly GridRow[], before: readonly Block[] = [], hold = false): Block[] {
  const kept = unmoved(rows, before) ?? asBefore(rows, before);
  return hold || kept.every(({ rows: own }) => own.length <= blockRows * 2) ? kept : inOrder(rows);
}
