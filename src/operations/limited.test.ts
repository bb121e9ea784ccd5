import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limited } from './limited.ts';

test('of many large bodies a few are looked through at a time, in their order; one that fails hands its place on', async () => {
  const queue = limited(2);
  let [running, most] = [0, 0];
  const begun: number[] = [];
  const works = Array.from({ length: 20 }, (_, index) =>
    queue(async () => {
      begun.push(index);
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (index % 3 === 0) throw new Error('broken');
      return index;
    }),
  );
  const ended = await Promise.allSettled(works);
  assert.equal(most, 2);
  assert.deepEqual(
    begun,
    begun.toSorted((a, b) => a - b),
  );
  assert.equal(ended.filter(({ status }) => status === 'rejected').length, 7);
});
