import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chown, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { startPostgres } from './index.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const { folder, remove } = await temporaryFolder();
const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
await (await startPostgres({ dataFolder: folder })).stop();
after(remove);

const asRoot = process.getuid?.() === 0;
const run = asRoot ? { uid: 65_534, gid: 65_534 } : {};

async function leavePidFile(content: string): Promise<void> {
  await writeFile(pidFile, content, { mode: 0o600 });
  if (asRoot) await chown(pidFile, 65_534, 65_534);
}

const pidFileOf = (pid: number) =>
  `${pid}\n${path.dirname(pidFile)}\n1700000000\n5432\n/tmp\n\n     12345         1\nready   \n`;

async function startsAndStops(): Promise<void> {
  const postgres = await startPostgres({ dataFolder: folder });
  assert.equal(postgres.adopted, false);
  await postgres.stop();
}

test('a pid file whose pid is by now another process of the same user does not stop the start', async (context) => {
  const other = spawn('sleep', ['60'], { ...run, stdio: 'ignore' });
  context.after(() => other.kill('SIGKILL'));
  assert.ok(other.pid !== undefined);
  await leavePidFile(pidFileOf(other.pid));
  await startsAndStops();
  assert.equal(other.exitCode, null);
});

test('a pid file of a dead process does not stop the start', async () => {
  // Above the highest pid that Linux gives.
  await leavePidFile(pidFileOf(4_194_400));
  await startsAndStops();
});

test('a pid file that a power cut left empty does not stop the start', async () => {
  await leavePidFile('');
  await startsAndStops();
});
