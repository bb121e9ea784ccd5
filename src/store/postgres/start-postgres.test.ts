import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { PostgresError, type PostgresStatus, findRunningPostgres, startPostgres } from './index.ts';
import { findPostmaster } from './postmaster.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const { folder, remove } = await temporaryFolder();
const postgres = await startPostgres({ dataFolder: folder });
after(async () => {
  await postgres.stop();
  await remove();
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(postgres.clientConfig);
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function ask<Row extends object>(text: string): Promise<Row[]> {
  const client = await connect();
  const { rows } = await client.query<Row>(text).finally(() => client.end());
  return rows;
}

const pid = async () => (await findPostmaster(path.join(folder, 'postgres')))?.pid ?? 0;

test('the first start makes a database that flushes, in UTC and UTF-8, on a private socket only', async () => {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'TimeZone'];
  const [row] = await ask<Record<string, string>>(
    `select ${names.map((name) => `current_setting('${name}') as "${name}"`).join(', ')}, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
  );
  const expected = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', data_checksums: 'on' };
  assert.deepEqual({ ...row }, { ...expected, listen_addresses: '', TimeZone: 'UTC', encoding: 'UTF8' });
  assert.equal((await stat(postgres.clientConfig.host)).mode & 0o777, 0o700);
  assert.equal(postgres.adopted, false);
});

test('letters of any language are folded, and typographic quotes are no part of a word', async () => {
  const [row] = await ask<{ lower: string; words: string }>(
    `select lower('ÉTÉ'), to_tsvector('simple', 'the “timeout” — naïve')::text as words`,
  );
  assert.deepEqual({ ...row }, { lower: 'été', words: "'naïve':3 'the':1 'timeout':2" });
});

test('a second start on the folder is refused and names the process that holds it', async () => {
  const second = startPostgres({ dataFolder: folder });
  await assert.rejects(second, (error) => {
    assert.ok(error instanceof PostgresError);
    assert.equal(error.code, 'postgres.in-use');
    assert.match(error.message, new RegExp(`process ${process.pid} on `));
    return true;
  });
  assert.equal((await ask('select 1')).length, 1);
});

test('another program finds the running server without holding its folder', async () => {
  assert.deepEqual(await findRunningPostgres(folder), postgres.clientConfig);
  assert.equal(await findRunningPostgres(path.join(folder, 'nowhere')), undefined);
});

test('a server killed with -9 under writing comes back by itself, with every acknowledged row', async () => {
  await ask('create table kept (number integer primary key)');
  const seen: PostgresStatus[] = [];
  const stopListening = postgres.onStatus((status) => seen.push(status));
  const killed = await pid();
  const client = await connect();
  const ended = new Promise((resolve) => client.once('end', resolve));
  let acknowledged = 0;
  setTimeout(() => process.kill(killed, 'SIGKILL'), 60);
  try {
    for (;;) {
      await client.query('insert into kept values ($1)', [acknowledged + 1]);
      acknowledged += 1;
    }
  } catch {
    await ended;
  }
  while (seen.at(-1) !== 'running') await new Promise((resolve) => setTimeout(resolve, 5));
  stopListening();
  assert.deepEqual(seen, ['restarting', 'running']);
  assert.notEqual(await pid(), killed);
  const [row] = await ask<{ count: number }>(
    `select count(*)::integer as count from kept where number <= ${acknowledged}`,
  );
  assert.ok(acknowledged > 0);
  assert.equal(row?.count, acknowledged);
});

test('a stop does not wait for a client that sits in a transaction, and gives the folder back', async () => {
  const client = await connect();
  await client.query('begin');
  const ended = new Promise((resolve) => client.once('end', resolve));
  const before = performance.now();
  await postgres.stop();
  await ended;
  assert.ok(performance.now() - before < 5000);
  assert.equal(postgres.status(), 'stopped');
  assert.equal(await pid(), 0);
  assert.ok(!(await readdir(folder)).includes('lock'));
});
