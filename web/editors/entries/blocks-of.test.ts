import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Block, blocksOf } from './blocks-of.ts';
import type { GridRow } from './grid-state.ts';

const rowsOf = (count: number): GridRow[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `row-${index}`,
    id: `row-${index}`,
    version: 1,
    value: {},
    index,
    isNew: false,
    depth: 0,
  }));
const keysOf = (blocks: readonly Block[]) => blocks.map(({ rows }) => rows.map(({ key }) => key));
const blockOf = (blocks: readonly Block[], key: string) =>
  blocks.find(({ rows }) => rows.some((row) => row.key === key))?.key;

test('every row stands in one block, in its order, with the number of rows before it', () => {
  const rows = rowsOf(100);
  const blocks = blocksOf(rows);
  assert.deepEqual(
    keysOf(blocks).flat(),
    rows.map(({ key }) => key),
  );
  assert.ok(blocks.length > 2);
  for (const { before, rows: own } of blocks) assert.equal(rows[before]?.key, own[0]?.key);
  assert.equal(new Set(blocks.map(({ key }) => key)).size, blocks.length);
});

test('no row changes its block, whatever comes, goes and moves around it', () => {
  const rows = rowsOf(100);
  const before = blocksOf(rows);
  const added = { ...rowsOf(1)[0], key: 'new' } as GridRow;
  for (const hold of [false, true]) {
    const after = blocksOf([added, ...rows.slice(3, 60), ...rows.slice(61)], before, hold);
    for (const { key } of [...rows.slice(3, 60), ...rows.slice(61)])
      assert.equal(blockOf(after, key), blockOf(before, key), key);
    assert.equal(blockOf(after, 'new'), 0);
    assert.equal(new Set(after.map(({ key }) => key)).size, after.length);
  }
});

test('a row that was moved is in the block of those around it, and they stay where they were', () => {
  const rows = rowsOf(100);
  const before = blocksOf(rows);
  for (const [from, to] of [
    [3, 60],
    [60, 3],
    [47, 24],
    [24, 47],
    [99, 0],
    [0, 99],
  ] as const) {
    const moved = rows.toSpliced(from, 1).toSpliced(to, 0, rows[from] as GridRow);
    const after = blocksOf(moved, before);
    for (const { key } of rows.toSpliced(from, 1)) assert.equal(blockOf(after, key), blockOf(before, key), key);
    assert.deepEqual(
      keysOf(after).flat(),
      moved.map(({ key }) => key),
    );
  }
});

test('blocks that have grown long are made anew, and not while somebody writes', () => {
  const before = blocksOf(rowsOf(10));
  assert.equal(blocksOf(rowsOf(200), before, true).length, 1);
  assert.ok(blocksOf(rowsOf(200), before).length > 4);
});

test('no rows are no block', () => assert.deepEqual(blocksOf([]), []));
