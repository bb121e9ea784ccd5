import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { type PostgresError, startPostgres } from './index.ts';
import { findPostmaster } from './postmaster.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const { folder, remove } = await temporaryFolder();
const cluster = path.join(folder, 'postgres');
const children: ChildProcess[] = [];
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  const left = await findPostmaster(cluster);
  if (left !== undefined) process.kill(left.pid, 'SIGQUIT');
  await remove();
});

/** Another app process on the data folder, up and holding it. */
async function startChild(): Promise<ChildProcess> {
  const program = `
    import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
    await startPostgres({ dataFolder: ${JSON.stringify(folder)} });
    console.log('up');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  assert.ok(child.stdout !== null);
  const broken = once(child, 'exit').then(() => assert.fail('the other process ended'));
  broken.catch(() => undefined);
  await Promise.race([once(child.stdout, 'data'), broken]);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function run(config: pg.ClientConfig, text: string): Promise<unknown[]> {
  const client = new pg.Client(config);
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows as unknown[];
}

test('while an app process lives, another is told its pid; when it was killed, its server is taken over as it runs', async () => {
  const child = await startChild();
  await assert.rejects(startPostgres({ dataFolder: folder }), (error: PostgresError) => {
    assert.equal(error.code, 'postgres.in-use');
    assert.match(error.message, new RegExp(`process ${child.pid} on `));
    return true;
  });
  await kill(child);
  const orphan = await findPostmaster(cluster);
  assert.ok(orphan !== undefined);
  const postgres = await startPostgres({ dataFolder: folder });
  assert.equal(postgres.adopted, true);
  assert.equal((await findPostmaster(cluster))?.pid, orphan.pid);
  await run(postgres.clientConfig, 'create table kept as select 1 as number');
  await postgres.stop();
  assert.equal(await findPostmaster(cluster), undefined);
});

test('when app and server were killed together, the next start recovers unaided', async () => {
  const child = await startChild();
  const server = await findPostmaster(cluster);
  assert.ok(server !== undefined);
  process.kill(server.pid, 'SIGKILL');
  await kill(child);
  const postgres = await startPostgres({ dataFolder: folder });
  assert.equal(postgres.adopted, false);
  assert.deepEqual(await run(postgres.clientConfig, 'select number from kept'), [{ number: 1 }]);
  await postgres.stop();
});

test('an adopted server that is killed is brought up again, though it is nobody’s child', async () => {
  await kill(await startChild());
  const postgres = await startPostgres({ dataFolder: folder });
  const running = new Promise<void>((resolve) => {
    postgres.onStatus((status) => status === 'running' && resolve());
  });
  process.kill((await findPostmaster(cluster))?.pid ?? 0, 'SIGKILL');
  await running;
  assert.equal((await run(postgres.clientConfig, 'select 1')).length, 1);
  await postgres.stop();
});

test('of several processes that start at the same moment, one gets the folder', async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 6 }, () => startPostgres({ dataFolder: folder })));
  const codes = attempts.map((attempt) =>
    attempt.status === 'fulfilled' ? 'up' : (attempt.reason as PostgresError).code,
  );
  assert.deepEqual(codes.toSorted(), [...Array.from({ length: 5 }, () => 'postgres.in-use'), 'up']);
  for (const attempt of attempts) if (attempt.status === 'fulfilled') await attempt.value.stop();
});
