import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { commit } from '../../src/store/commit.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startPostgres } from '../../src/store/postgres/index.ts';
import { passableFolder } from '../server/start-server.ts';
import { postmasterOf } from './lab/embedded.ts';
import { report } from './lab/report.ts';

const changes = 50;
const missing = spawnSync('strace', ['-V']).error === undefined ? false : 'skipped: strace is not installed';

/** Follows every process of the server, and writes which files they flush. */
async function traced(postmaster: number, output: string, work: () => Promise<void>): Promise<string> {
  const calls = 'trace=fsync,fdatasync,sync_file_range';
  const strace = spawn('strace', ['-f', '-y', '-e', calls, '-o', output, '-p', String(postmaster)]);
  const ended = once(strace, 'exit');
  let said = '';
  strace.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  for (const end = Date.now() + 5000; !/attached/.test(said) && Date.now() < end;) await sleep(10);
  assert.match(said, /attached/);
  await work();
  strace.kill('SIGINT');
  await ended;
  return readFile(output, 'utf8');
}

test('each acknowledged change has had its log flushed to the disk', { skip: missing }, async (context) => {
  const folder = passableFolder(context);
  const running = await startPostgres({ dataFolder: path.join(folder, 'data') });
  const database = openDatabase(running.clientConfig, 1);
  context.after(async () => {
    await database.close();
    await running.stop();
  });
  const client = await database.connect();
  await migrate(client);
  await client.end();
  const postmaster = (await postmasterOf(path.join(folder, 'data'))) ?? 0;
  const log = await traced(postmaster, path.join(folder, 'strace'), async () => {
    for (let number = 0; number < changes; number += 1) {
      const draft = { at: new Date().toISOString(), actor: 'system', operation: 'test.flush', subject: String(number) };
      await commit(database, [], { ...draft, payload: null, result: null, salt: randomBytes(16) });
    }
  });
  const flushes = log.split('\n').filter((line) => /\b(?:fdatasync|fsync)\(.*pg_wal/.test(line)).length;
  report('Flushes seen by strace', { acknowledged: changes, 'flushes of the write-ahead log': flushes });
  assert.ok(flushes >= changes);
});
