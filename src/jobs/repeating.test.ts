import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repeating } from './repeating.ts';

test('a round that fails is told and the next one comes; who does not lead does nothing; its end waits for the round', async () => {
  const warned: string[] = [];
  const log = { warn: (_: object, message: string) => void warned.push(message) };
  const third = Promise.withResolvers<void>();
  let [rounds, ended] = [0, 0];
  const stop = repeating({
    everyMs: 1,
    leading: () => true,
    log,
    failed: 'it could not be done',
    work: async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('at first');
      if (rounds === 3) third.resolve();
      await new Promise((resolve) => setTimeout(resolve, 5));
      ended += 1;
    },
  });
  await third.promise;
  await stop();
  assert.deepEqual([warned, ended], [['it could not be done; it is tried again'], rounds - 1]);
  const idle = repeating({ everyMs: 1, leading: () => false, log, failed: 'no', work: async () => assert.fail('led') });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await idle();
  assert.equal(warned.length, 1);
});
