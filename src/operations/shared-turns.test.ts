import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedTurns } from './shared-turns.ts';

test('it runs once at a time, and all who ask meanwhile share one further run', async () => {
  const ends: PromiseWithResolvers<number>[] = [];
  const ask = sharedTurns(() => {
    const end = Promise.withResolvers<number>();
    ends.push(end);
    return end.promise;
  });
  const first = ask();
  await Promise.resolve().then(() => Promise.resolve());
  const [second, third] = [ask(), ask()];
  assert.equal(ends.length, 1);
  ends[0]?.resolve(1);
  assert.equal(await first, 1);
  await Promise.resolve().then(() => Promise.resolve());
  assert.equal(ends.length, 2);
  ends[1]?.resolve(2);
  assert.deepEqual(await Promise.all([second, third]), [2, 2]);
});

test('a run that fails is heard of by those who waited for it, and the next one runs', async () => {
  let runs = 0;
  const ask = sharedTurns(async () => {
    runs += 1;
    if (runs === 1) throw new Error('no line');
    return runs;
  });
  await assert.rejects(ask(), /no line/);
  assert.equal(await ask(), 2);
});
