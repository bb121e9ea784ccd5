import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolders } from './make-folders.ts';

test('folders are made from the first that is missing, with the mode wanted, and once', async () => {
  const root = await mkdtemp('/tmp/hindcast-folders-');
  try {
    const wanted = path.join(root, 'a', 'b', 'c');
    assert.equal(await makeFolders(wanted, 0o700), path.join(root, 'a'));
    assert.equal((await stat(wanted)).mode & 0o777, 0o700);
    assert.equal(await makeFolders(wanted), undefined);
    await Promise.all([1, 2, 3].map(() => makeFolders(path.join(root, 'x', 'y'))));
    await writeFile(path.join(root, 'file'), '');
    await assert.rejects(makeFolders(path.join(root, 'file', 'd')), /ENOTDIR|EEXIST/);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a folder under one that can hold none is an error, not an endless attempt', { timeout: 5000 }, async (t) => {
  if (!existsSync('/proc/self')) return t.skip('skipped: no /proc here');
  await assert.rejects(makeFolders('/proc/nope/deep/er'), /ENOENT|EPERM|EACCES/);
});
