import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../../../test/server/database.ts';
import { commit } from '../commit.ts';
import { type Database, openDatabase } from '../database.ts';
import { type Sequencer, startSequencer } from './sequencer.ts';

const log = { info: () => {}, warn: () => {} };

const started: Sequencer[] = [];
after(() => Promise.all(started.map((one) => one.stop())));
function start(database: Database): Sequencer {
  const one = startSequencer(database, { everyMs: 10, log });
  started.push(one);
  return one;
}

const databases = [await testDatabase(), await testDatabase(), await testDatabase(), await testDatabase()] as const;

const enter = (database: Database, subject: string): Promise<void> =>
  commit(database, [], {
    at: new Date().toISOString(),
    actor: 'system',
    operation: 'test.enter',
    subject,
    payload: null,
    result: null,
    key: randomUUID(),
    salt: randomBytes(16),
  });

async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 3000): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(5)) if (await holds()) return;
  assert.fail(`${what}: not within ${withinMs} ms`);
}

async function numbers(database: Database): Promise<{ id: number; seq: number | null }[]> {
  const { rows } = await database.query<{ id: string; seq: string | null }>({
    text: 'select id, seq from entry order by id',
    values: [],
  });
  return rows.map(({ id, seq }) => ({ id: Number(id), seq: seq === null ? null : Number(seq) }));
}
const allNumbered = async (database: Database) => (await numbers(database)).every(({ seq }) => seq !== null);
const dense = async (database: Database) => {
  const all = await numbers(database);
  assert.deepEqual(
    all.map(({ seq }) => seq).toSorted((a, b) => Number(a) - Number(b)),
    all.map((_, index) => index),
  );
};

test('entries get the numbers from 0 without a gap, in the order of their ids, and a checkpoint of that size', async () => {
  const { database } = databases[0];
  for (let index = 0; index < 30; index += 1) await enter(database, `entry ${index}`);
  const one = start(database);
  await until('a leader', () => one.leading());
  await one.stop();
  const all = await numbers(database);
  assert.deepEqual(
    all.map(({ seq }) => seq),
    all.map((_, index) => index),
  );
  const { size } = await database.kysely.selectFrom('checkpoint').select('size').executeTakeFirstOrThrow();
  assert.equal(Number(size), 30);
});

test('an entry whose transaction stays open is numbered when it commits, behind those that came meanwhile', async () => {
  const { database } = databases[1];
  start(database);
  const slow = await database.connect();
  await slow.query('begin');
  await slow.query(
    `insert into entry (at, actor, operation, subject, hash) values (now(), 'system', 'test.enter', 'slow', sha256('a'))`,
  );
  await enter(database, 'quick');
  await until('the quick one', async () => (await numbers(database)).at(-1)?.seq === 0);
  await slow.query('commit');
  await slow.end();
  await until('both', () => allNumbered(database));
  assert.deepEqual(
    (await numbers(database)).map(({ seq }) => seq),
    [1, 0],
  );
});

test('of two processes one numbers; when its connection is cut, the ledger goes on within a second', async () => {
  const { database, where } = databases[2];
  const other = openDatabase(where);
  after(() => other.close());
  const both = [start(database), start(other)];
  await until('a leader', () => both.some((one) => one.leading()));
  assert.equal(both.filter((one) => one.leading()).length, 1);
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(Array.from({ length: 20 }, (_, index) => enter(database, `${round}/${index}`)));
    await database.query({
      text: `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())`,
      values: [],
    });
    await Promise.all(Array.from({ length: 20 }, (_, index) => enter(other, `${round}/again/${index}`)));
    await until('everything numbered', () => allNumbered(database), 1000);
  }
  await dense(database);
});

test('stopping numbers what is there; what comes later waits for the next to start', async () => {
  const { database } = databases[3];
  const first = start(database);
  await until('a leader', () => first.leading());
  await Promise.all(Array.from({ length: 50 }, (_, index) => enter(database, String(index))));
  await first.stop();
  assert.ok(await allNumbered(database));
  await enter(database, 'later');
  assert.equal((await numbers(database)).at(-1)?.seq, null);
  start(database);
  await until('the later one', () => allNumbered(database));
});
