import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { HindcastError } from '../operations/errors.ts';
import { writeOutput } from './write-output.ts';

function folderOf(context: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hindcast-output-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('folders on the way are made, and nothing is left beside the file', (context) => {
  const folder = folderOf(context);
  writeOutput(path.join(folder, 'a/b/c.md'), 'x');
  assert.deepEqual(readdirSync(path.join(folder, 'a/b')), ['c.md']);
});

test('a linked file is changed where it lies and stays a link', (context) => {
  const folder = folderOf(context);
  writeFileSync(path.join(folder, 'real.md'), 'old');
  symlinkSync('real.md', path.join(folder, 'link.md'));
  writeOutput(path.join(folder, 'link.md'), 'new');
  assert.ok(lstatSync(path.join(folder, 'link.md')).isSymbolicLink());
  assert.equal(readFileSync(path.join(folder, 'real.md'), 'utf8'), 'new');
});

test('a changed file keeps its rights', (context) => {
  const file = path.join(folderOf(context), 'secret.md');
  writeFileSync(file, 'old');
  chmodSync(file, 0o600);
  writeOutput(file, 'new');
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('a device is written to, never replaced by a file', () => {
  writeOutput(devNull, 'x');
  assert.equal(statSync(devNull).isFile(), false);
});

test('a folder that cannot be made is refused at once', { skip: process.platform !== 'linux', timeout: 5000 }, () => {
  const refuse = () => writeOutput('/proc/hindcast/x.md', 'x');
  assert.throws(refuse, (error) => error instanceof HindcastError && error.code === 'output.unwritable');
});

test('a folder as output is refused', (context) => {
  const refuse = () => writeOutput(folderOf(context), 'x');
  assert.throws(refuse, (error) => error instanceof HindcastError && error.code === 'output.unwritable');
});
