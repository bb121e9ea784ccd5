import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/server/database.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';

const { database } = await testDatabase();

test('challenges that nobody answered are gone with the first that comes after their time', async () => {
  for (let index = 0; index < 20; index += 1)
    await keepChallenge(database, { id: `old-${index}`, purpose: 'test' }, '2026-01-01T10:00:00Z');
  await keepChallenge(database, { id: 'new', purpose: 'test' }, '2026-01-01T10:11:00Z');
  const rows = await database.kysely.selectFrom('challenge').select('id').execute();
  assert.deepEqual(rows, [{ id: 'new' }]);
  assert.ok(await takeChallenge(database, { id: 'new', purpose: 'test' }, '2026-01-01T10:20:00Z'));
});
