import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { type PostgresError, startPostgres } from './index.ts';
import { findPostmaster } from './postmaster.ts';
import { freeBytes } from './space.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const mb = 1024 * 1024;

function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=0711', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('on a full disk the server is not started again and again; it comes back when there is space, with all that was saved', async (context) => {
  const { folder, remove } = await temporaryFolder();
  await mkdir(folder);
  await chmod(folder, 0o711);
  if (!mountSmallDisk(folder)) {
    await remove();
    return context.skip('skipped: no disk can be mounted here');
  }
  const postgres = await startPostgres({ dataFolder: folder });
  context.after(async () => {
    await postgres.stop();
    execFileSync('umount', ['--lazy', folder]);
    await remove();
  });
  const client = new pg.Client(postgres.clientConfig);
  client.on('error', () => {});
  await client.connect();
  await client.query('create table kept as select 7 as number');

  const filler = path.join(folder, 'filler');
  await writeFile(filler, Buffer.alloc((await freeBytes(folder)) - 2 * mb));
  const reached = (wanted: string) =>
    new Promise<string>((resolve) => {
      postgres.onStatus((status, line) => status === wanted && resolve(line));
    });
  const full = reached('disk-full');
  const running = reached('running');
  process.kill((await findPostmaster(path.join(folder, 'postgres')))?.pid ?? 0, 'SIGKILL');
  assert.match(await full, /starts again by itself when 105 MB are free/);
  assert.equal(postgres.status(), 'disk-full');

  await rm(filler);
  await running;
  const again = new pg.Client(postgres.clientConfig);
  await again.connect();
  assert.deepEqual((await again.query('select number from kept')).rows, [{ number: 7 }]);
  await again.end();

  await postgres.stop();
  await rm(path.join(folder, 'postgres'), { recursive: true });
  await writeFile(filler, Buffer.alloc((await freeBytes(folder)) - 50 * mb));
  await assert.rejects(
    startPostgres({ dataFolder: folder }),
    (error: PostgresError) => error.code === 'postgres.disk-full',
  );
});
