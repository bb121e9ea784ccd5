import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { HindcastError } from '../../operations/errors.ts';
import { type BodyBudget, bodyBudget } from './body-budget.ts';
import { mostDeliveryBytes, readBody } from './read-body.ts';

/** A budget that remembers the most it ever held. */
function watched(mostBytes: number): BodyBudget & { held: () => number; most: () => number } {
  const budget = bodyBudget(mostBytes);
  let [held, most] = [0, 0];
  return {
    take: (bytes) => {
      budget.take(bytes);
      held += bytes;
      most = Math.max(most, held);
    },
    give: (bytes) => {
      budget.give(bytes);
      held -= bytes;
    },
    held: () => held,
    most: () => most,
  };
}
const refusedAs = (code: string) => (error: unknown) => error instanceof HindcastError && error.code === code;

test('a bomb is ended at the limit, however much it would unpack to, and nothing of it is held', async () => {
  const budget = watched(mostDeliveryBytes);
  const bomb = Readable.from([gzipSync(Buffer.alloc(mostDeliveryBytes * 2))]);
  await assert.rejects(readBody(bomb, { 'content-encoding': 'gzip' }, budget), refusedAs('body.too-large'));
  assert.ok(budget.most() <= mostDeliveryBytes);
  assert.equal(budget.held(), 0);
});

test('a body that says to be too large is not read at all', async () => {
  const budget = watched(mostDeliveryBytes);
  const body = Readable.from([Buffer.alloc(10)]);
  const headers = { 'content-length': String(mostDeliveryBytes + 1) };
  await assert.rejects(readBody(body, headers, budget), refusedAs('body.too-large'));
  assert.equal(budget.most(), 0);
});

test('one hook cannot hold what the others need', async () => {
  const all = watched(1000);
  const [hostile, honest] = [bodyBudget(800, all), bodyBudget(800, all)];
  await readBody(Readable.from([Buffer.alloc(800)]), {}, hostile);
  await assert.rejects(readBody(Readable.from([Buffer.alloc(1)]), {}, hostile), refusedAs('hook.busy'));
  assert.equal((await readBody(Readable.from([Buffer.alloc(200)]), {}, honest)).length, 200);
  await assert.rejects(readBody(Readable.from([Buffer.alloc(1)]), {}, honest), refusedAs('hook.busy'));
  honest.give(200);
  hostile.give(800);
  assert.equal(all.held(), 0);
});

test('a body in many chunks is whole, and held in less than twice its bytes, not in an object for each', async () => {
  const chunks = Array.from({ length: 5000 }, (_, index) => Buffer.of(index % 251));
  const body = await readBody(Readable.from(chunks), {}, watched(mostDeliveryBytes));
  assert.deepEqual(Buffer.from(body), Buffer.concat(chunks));
  assert.ok(body.buffer.byteLength <= 2 * chunks.length);
});

test('what all bodies together may hold is not exceeded; who has to come again has given back what they had', async () => {
  const budget = watched(1000);
  const first = await readBody(Readable.from([Buffer.alloc(600)]), {}, budget);
  assert.equal(first.length, 600);
  const second = Readable.from([Buffer.alloc(300), Buffer.alloc(300)]);
  await assert.rejects(readBody(second, {}, budget), refusedAs('hook.busy'));
  assert.equal(budget.held(), 600);
});
