import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionsFor } from './positions.ts';

const entries = (ids: string) => [...ids].map((id) => ({ id }));
const orderOf = (positions: Map<string, number>) =>
  [...positions]
    .toSorted(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))
    .map(([id]) => id)
    .join('');

test('what is there keeps its position, the others go between, before and behind', () => {
  const kept = [
    { id: 'c', position: 10 },
    { id: 'e', position: 20 },
  ];
  const positions = positionsFor(entries('abcdef'), kept);
  assert.equal(orderOf(positions), 'abcdef');
  assert.deepEqual([positions.get('c'), positions.get('e')], [10, 20]);
});

test('another order counts all anew', () => {
  const kept = [
    { id: 'a', position: 10 },
    { id: 'b', position: 20 },
  ];
  assert.deepEqual(
    [...positionsFor(entries('bxa'), kept)],
    [
      ['b', 1],
      ['x', 2],
      ['a', 3],
    ],
  );
});

test('where no number is left between two, all are counted anew', () => {
  const kept = [
    { id: 'a', position: 1 },
    { id: 'c', position: 1 + Number.EPSILON },
  ];
  assert.equal(orderOf(positionsFor(entries('abc'), kept)), 'abc');
});

test('entries of one position stand by their ids, and stay so', () => {
  const kept = [
    { id: 'a', position: 5 },
    { id: 'b', position: 5 },
  ];
  assert.deepEqual(
    [...positionsFor(entries('ab'), kept)],
    [
      ['a', 5],
      ['b', 5],
    ],
  );
  assert.equal(orderOf(positionsFor(entries('ba'), kept)), 'ba');
});

test('a timeline of fifty thousand entries, every second of them new, is placed in one pass', () => {
  const wanted = Array.from({ length: 50_000 }, (_, index) => ({ id: String(index).padStart(5, '0') }));
  const kept = wanted.filter((_, index) => index % 2 === 0).map(({ id }, index) => ({ id, position: index }));
  const start = performance.now();
  const positions = positionsFor(wanted, kept);
  assert.ok(performance.now() - start < 1500);
  assert.equal(positions.get('00003'), 1.5);
});
