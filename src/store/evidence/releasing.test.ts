import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releasing } from './releasing.ts';

test('a chunk is whole until the next is asked for, and freed then', async () => {
  const given = [Buffer.alloc(70_000, 1), Buffer.alloc(70_000, 2)];
  const lengths = [];
  for await (const chunk of releasing(ReadableStream.from(given))) lengths.push([chunk.length, chunk[69_999]]);
  assert.deepEqual(lengths, [
    [70_000, 1],
    [70_000, 2],
  ]);
  assert.deepEqual(
    given.map((chunk) => chunk.length),
    [0, 0],
  );
});

test('a part of a larger buffer is left alone', async () => {
  const larger = Buffer.alloc(100, 7);
  for await (const chunk of releasing(ReadableStream.from([larger.subarray(10, 20)]))) assert.equal(chunk.length, 10);
  assert.equal(larger.length, 100);
});
