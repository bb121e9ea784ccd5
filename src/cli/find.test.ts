import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { HindcastError } from '../operations/errors.ts';
import { configFinder } from './config-file.ts';
import { findDocuments } from './find-documents.ts';

function folderWith(context: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hindcast-find-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

test('a folder gives its documents in order; hidden folders, packages, links and other files are left out', async (context) => {
  const names = ['b.md', 'a/1.qmd', 'a/2.md.erb', 'c.TXT', 'd.png', '.git/x.md', 'node_modules/y.md', 'e.mdx'];
  const folder = folderWith(context, Object.fromEntries(names.map((name) => [name, 'x'])));
  symlinkSync(folder, path.join(folder, 'a/circle'));
  const found = await findDocuments([folder]);
  assert.deepEqual(
    found.map((file) => path.relative(folder, file)),
    ['a/1.qmd', 'a/2.md.erb', 'b.md', 'c.TXT', 'e.mdx'],
  );
});

test('a file named by itself may have any ending, and counts once', async (context) => {
  const folder = folderWith(context, { 'x.log': 'x' });
  const file = path.join(folder, 'x.log');
  assert.deepEqual(await findDocuments([file, file, '-']), [file, '-']);
});

test('a folder without documents is an error', async (context) => {
  const folder = folderWith(context, { 'x.png': '' });
  await assert.rejects(
    () => findDocuments([folder]),
    (error) => error instanceof HindcastError && error.code === 'input.no-documents',
  );
});

test('the nearest config upward counts, and the one named before all', (context) => {
  const folder = folderWith(context, {
    'hindcast.yaml': 'template: outer',
    'team/hindcast.yml': 'template: inner',
    'named.yaml': 'template: named',
    'team/deep/a.md': '',
    'b.md': '',
  });
  const find = configFinder();
  assert.equal(find(path.join(folder, 'team/deep/a.md')).config.template, 'inner');
  assert.equal(find(path.join(folder, 'team/deep/a.md')).folder, path.join(folder, 'team'));
  assert.equal(find(path.join(folder, 'b.md')).config.template, 'outer');
  assert.equal(configFinder(path.join(folder, 'named.yaml'))(path.join(folder, 'b.md')).config.template, 'named');
});
