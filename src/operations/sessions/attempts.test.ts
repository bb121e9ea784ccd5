import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/server/database.ts';
import { openDatabase } from '../../store/database.ts';
import { countAttempt, delaySeconds, forgetAttempts } from './attempts.ts';

const { database, where } = await testDatabase();
const start = Date.parse('2026-11-21T08:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const throttled = { code: 'sign-in.throttled' };

test('five attempts cost nothing; then the wait doubles, up to a quarter of an hour', async () => {
  assert.deepEqual([0, 4, 5, 6, 7, 10].map(delaySeconds), [0, 0, 1, 2, 4, 32]);
  assert.equal(delaySeconds(1000), 900);
  let seconds = 0;
  for (let failures = 0; failures < 18; failures += 1) {
    seconds += delaySeconds(failures);
    if (failures >= 5) await assert.rejects(countAttempt(database, ['account:a'], at(seconds - 0.1)), throttled);
    await countAttempt(database, ['account:a'], at(seconds));
  }
});

test('of a hundred attempts at once, in two processes, five are let through', async () => {
  const other = openDatabase(where);
  try {
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        countAttempt(index % 2 === 0 ? database : other, ['account:b', 'address:b'], at(0)),
      ),
    );
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 5);
    await assert.rejects(countAttempt(other, ['account:b'], at(0.9)), throttled);
    await countAttempt(other, ['account:b'], at(1));
  } finally {
    await other.close();
  }
});

test('proof forgets the attempts, and so does time', async () => {
  for (const subject of ['account:c', 'account:d'])
    for (let count = 0; count < 5; count += 1) await countAttempt(database, [subject], at(0));
  await forgetAttempts(database, ['account:c']);
  await countAttempt(database, ['account:c'], at(0));
  await assert.rejects(countAttempt(database, ['account:d'], at(0)), throttled);
  for (let count = 0; count < 5; count += 1) await countAttempt(database, ['account:d'], at(7 * 3600));
});
