import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../test/server/database.ts';
import { type Change, commit } from './commit.ts';
import { StoreError } from './store-error.ts';

const { database } = await testDatabase();
const rows = async <Row>(text: string): Promise<Row[]> => (await database.query<Row>({ text, values: [] })).rows;

const draft = (subject: string, key?: string) => ({
  at: new Date().toISOString(),
  actor: 'system',
  operation: 'test.write',
  subject,
  payload: { subject },
  result: { subject },
  key,
  salt: randomBytes(16),
});

/** A template of a name, which is there once. */
const adding = (name: string): Change => ({
  statement: sql`insert into template (name, source) values (${name}, 'x')`,
});
const changing = (name: string, version: number): Change => ({
  statement: sql`update template set version = version + 1 where name = ${name} and version = ${version}`,
});
const codeOf = ({ reason }: PromiseRejectedResult): string =>
  reason instanceof StoreError ? reason.code : String(reason);
const outcomes = (settled: PromiseSettledResult<void>[]) =>
  settled.map((one) => (one.status === 'fulfilled' ? 'saved' : codeOf(one)));

test('a hundred writes at once are each saved with their own entry', async () => {
  const names = Array.from({ length: 100 }, () => randomUUID());
  await Promise.all(names.map((name) => commit(database, [adding(name)], draft(name))));
  const entries = await rows<{ subject: string; name: string }>(
    'select subject, name from entry full join template on name = subject',
  );
  const expected = names.toSorted().map((name) => ({ subject: name, name }));
  assert.deepEqual(
    entries.toSorted((a, b) => (a.subject < b.subject ? -1 : 1)),
    expected,
  );
  const [together] = await rows<{ count: number }>('select count(distinct xmin::text)::int as count from entry');
  assert.ok((together?.count ?? 100) < 50, `${together?.count} statements for 100 writes`);
});

test('of writes that go together, the one that finds its row changed is a conflict, and the others are saved', async () => {
  const names = Array.from({ length: 12 }, () => randomUUID());
  for (const name of names) await commit(database, [adding(name)], draft(name));
  const settled = await Promise.allSettled(
    names.map((name, index) => commit(database, [changing(name, index === 7 ? 5 : 1)], draft(name))),
  );
  assert.deepEqual(
    outcomes(settled),
    names.map((_, index) => (index === 7 ? 'store.conflict' : 'saved')),
  );
});

test('of writes to one row that go together, one is saved and the others are conflicts', async () => {
  const name = randomUUID();
  await commit(database, [adding(name)], draft(name));
  const settled = await Promise.allSettled(
    Array.from({ length: 12 }, () => commit(database, [changing(name, 1)], draft(name))),
  );
  assert.equal(outcomes(settled).filter((one) => one === 'saved').length, 1);
  const [kept] = await rows<{ version: number }>(`select version from template where name = '${name}'`);
  assert.equal(kept?.version, 2);
});

test('a write that the database refuses fails alone: those that went with it are saved', async () => {
  const names = Array.from({ length: 12 }, () => randomUUID());
  const twice = [...names, names[3] ?? ''];
  const settled = await Promise.allSettled(twice.map((name) => commit(database, [adding(name)], draft(name))));
  assert.equal(outcomes(settled).filter((one) => one === 'saved').length, names.length);
  assert.equal(outcomes(settled).filter((one) => one === 'store.conflict').length, 1);
});

test('a key that comes twice in one moment is taken once', async () => {
  const key = randomUUID();
  const names = Array.from({ length: 12 }, () => randomUUID());
  const settled = await Promise.allSettled(
    names.map((name, index) => commit(database, [adding(name)], draft(name, index % 6 === 0 ? key : undefined))),
  );
  assert.equal(outcomes(settled).filter((one) => one === 'store.repeated').length, 1);
  assert.equal(outcomes(settled).filter((one) => one === 'saved').length, names.length - 1);
});

test('writes to the same rows in any order do not wait for each other in a circle', async () => {
  const names = Array.from({ length: 6 }, () => randomUUID());
  for (const name of names) await commit(database, [adding(name)], draft(name));
  const touching = (name: string): Change => ({
    row: name,
    statement: sql`update template set version = version + 1 where name = ${name}`,
  });
  const orders = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? names : names.toReversed()));
  const { rows: before } = await database.query<{ deadlocks: string }>({ text: deadlocks, values: [] });
  await Promise.allSettled(orders.flat().map((name) => commit(database, [touching(name)], draft(name))));
  const { rows: after } = await database.query<{ deadlocks: string }>({ text: deadlocks, values: [] });
  assert.deepEqual(after, before);
});

const deadlocks = `select deadlocks, pg_stat_force_next_flush() from pg_stat_database where datname = current_database()`;
