import assert from 'node:assert/strict';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { freeBytes, judgeSpace } from './space.ts';
import { keepSpare, releaseSpare } from './spare-file.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const mb = 1024 * 1024;

test('uploads stop below 500 MB, writing below 200 MB', () => {
  assert.equal(judgeSpace(500 * mb), 'enough');
  assert.equal(judgeSpace(500 * mb - 1), 'no-uploads');
  assert.equal(judgeSpace(200 * mb), 'no-uploads');
  assert.equal(judgeSpace(200 * mb - 1), 'read-only');
});

test('spare space is really taken from the disk, and given back once', async (context) => {
  const { folder, remove } = await temporaryFolder();
  context.after(remove);
  await mkdir(folder);
  if ((await freeBytes(folder)) < 600 * mb) return context.skip('skipped: less than 600 MB free here');
  const file = path.join(folder, 'spare');
  await keepSpare(file, folder, () => true);
  await assert.rejects(stat(file));
  await keepSpare(file, folder, () => false);
  const { size, blocks } = await stat(file);
  assert.equal(size, 64 * mb);
  assert.ok(blocks * 512 >= size);
  assert.equal(await releaseSpare(file), true);
  assert.equal(await releaseSpare(file), false);
});
