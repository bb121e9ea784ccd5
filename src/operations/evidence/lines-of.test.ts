import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from './lines-of.ts';

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of linesOf(body)) found.push(line);
  return found;
}

const lines = (...texts: string[]) => collect(chunks(...texts));

test('lines come whole over the borders of chunks, without their ends', async () => {
  assert.deepEqual(await lines('a\r', '\nb', 'c\n\nd'), ['a', 'bc', '', 'd']);
  assert.deepEqual(await lines(), []);
});

test('a line without end costs as much as its bytes, is cut, and the next one is whole', async () => {
  const chunk = Buffer.alloc(65_536, 'x');
  async function* endless() {
    for (let count = 0; count < 4000; count += 1) yield chunk;
    yield Buffer.from('\nnext\n');
  }
  const start = performance.now();
  const found = await collect(endless());
  assert.deepEqual([found[0]?.length, found[1]], [4_000_000, 'next']);
  assert.ok(performance.now() - start < 3000, `${performance.now() - start} ms`);
});
