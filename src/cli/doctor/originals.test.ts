import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../../../test/server/database.ts';
import { openEvidenceStore } from '../../store/evidence/index.ts';
import { objectPath } from '../../store/evidence/object-name.ts';
import { settingsOf } from '../server/settings.ts';
import { surroundingsChecks } from './surroundings.ts';

const { database } = await testDatabase();

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

test('of evidence that the database names, the doctor says what the store lacks and what was cut', async (context) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hindcast-doctor-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const store = openEvidenceStore(undefined, folder);
  const kept: string[] = [];
  for (const text of ['one', 'two', 'three', 'four']) {
    const { sha256, bytes, type } = await store.put(bytesOf(text), { maxBytes: 100 });
    kept.push(sha256);
    const row = { sha256, bytes: String(bytes), type, stored_at: new Date().toISOString(), removed_at: null };
    await database.kysely.insertInto('evidence').values(row).execute();
  }
  const check = surroundingsChecks.find(({ name }) => name === 'originals');
  const settings = settingsOf({ HINDCAST_DATA: folder });
  const look = () => check?.look({ settings, env: {}, database: async () => database, now: () => Date.now() });
  assert.deepEqual(await look(), { state: 'ok', detail: '4 of 4 looked for, all there' });

  const [lost = '', cut = '', emptied = '', retired = ''] = kept;
  const fileOf = (sha256: string) => path.join(folder, 'evidence', objectPath(sha256));
  await store.remove(lost);
  for (const [sha256, bytes] of [
    [cut, 1],
    [emptied, 0],
  ] as const) {
    await chmod(fileOf(sha256), 0o600);
    await truncate(fileOf(sha256), bytes);
  }
  await store.remove(retired);
  const removed = { removed_at: new Date().toISOString() };
  await database.kysely.updateTable('evidence').set(removed).where('sha256', '=', retired).execute();
  const found = await look();
  assert.equal(found?.state, 'wrong');
  assert.match(
    found?.detail ?? '',
    new RegExp(`^of 3 that were looked for \\(3 there should be\\), missing: ${lost};`),
  );
  assert.ok(found?.detail.includes('not as long as they were: ') && found.detail.includes(cut));
  assert.ok(found?.detail.includes(emptied) && !found.detail.includes(retired));
  assert.match(found?.remedy ?? '', /HINDCAST_EVIDENCE/);
});
