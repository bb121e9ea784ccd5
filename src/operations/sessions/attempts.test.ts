import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../../store/database.ts';
import { testDatabase } from '../../../test/server/database.ts';
import { delaySeconds, forgetFailures, noteFailure, requirePatience } from './attempts.ts';

const { database, where } = await testDatabase();
const start = Date.parse('2026-11-21T08:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();

test('five failures cost nothing; then the wait doubles, up to a quarter of an hour', () => {
  assert.deepEqual([0, 4, 5, 6, 7, 10].map(delaySeconds), [0, 0, 1, 2, 4, 32]);
  assert.equal(delaySeconds(1000), 900);
});

test('failures noted by two processes count as one row', async () => {
  const other = openDatabase(where);
  try {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        noteFailure(index % 2 === 0 ? database : other, ['account:a', 'address:a'], at(0)),
      ),
    );
    const { rows } = await database.query({
      text: 'select subject, failures from attempt order by subject',
      values: [],
    });
    assert.deepEqual(rows, [
      { subject: 'account:a', failures: 20 },
      { subject: 'address:a', failures: 20 },
    ]);
    await assert.rejects(requirePatience(other, ['account:a'], at(899)), { code: 'sign-in.throttled' });
    await requirePatience(other, ['account:a'], at(900));
  } finally {
    await other.close();
  }
});

test('proof forgets the failures, and so does time', async () => {
  for (let count = 0; count < 8; count += 1) await noteFailure(database, ['account:b', 'account:c'], at(0));
  await forgetFailures(database, ['account:b']);
  await requirePatience(database, ['account:b'], at(0));
  await assert.rejects(requirePatience(database, ['account:c'], at(0)));
  await noteFailure(database, ['account:c'], at(7 * 3600));
  await requirePatience(database, ['account:c'], at(7 * 3600));
});
