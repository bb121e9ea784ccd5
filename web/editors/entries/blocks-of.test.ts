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

test('while somebody writes, no row changes its block, whatever comes and goes', () => {
  const rows = rowsOf(100);
  const before = blocksOf(rows);
  const boundary = before[1]?.rows[0]?.key ?? '';
  const after = blocksOf([...rows.slice(3, 60), ...rows.slice(61), { ...rowsOf(1)[0], key: 'new' } as GridRow], before);
  for (const { key } of rows.slice(3, 60)) assert.equal(blockOf(after, key), blockOf(before, key), key);
  assert.equal(blockOf(after, boundary), 1);
  assert.equal(blockOf(after, 'new'), before.at(-1)?.key);
  assert.equal(new Set(after.map(({ key }) => key)).size, after.length);
});

test('no rows are no block', () => assert.deepEqual(blocksOf([]), []));
