import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align } from './align.ts';

const texts = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `entry ${from + index}`);
const never = () => 0;

test('a long list with a few changes is aligned entry by entry', () => {
  const first = texts(50_000);
  const second = [...first.slice(0, 20_000), 'new', ...first.slice(20_001)];
  const pairs = align(first, second, (from, to) => (from === 20_000 && to === 20_000 ? 1 : 0));
  assert.equal(pairs.length, 50_000);
});

test('two long lists that have nothing in common take neither minutes nor memory', () => {
  let asked = 0;
  const likeness = () => {
    asked += 1;
    return 0;
  };
  const start = performance.now();
  assert.deepEqual(align(texts(30_000), texts(30_000, 30_000), likeness), []);
  assert.ok(performance.now() - start < 2000);
  assert.ok(asked <= 1_000_000, `${asked}`);
});

test('a long list in another order keeps what stands in order', () => {
  const first = texts(20_000);
  const pairs = align(first, first.toReversed(), never);
  assert.ok(pairs.length > 0);
  for (const { from, to } of pairs) assert.equal(first[from], first[first.length - 1 - to]);
});
