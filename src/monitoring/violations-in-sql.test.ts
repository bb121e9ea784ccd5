import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/server/database.ts';
import { MonitoringError } from './monitoring-error.ts';
import { violationsInSql } from './violations-in-sql.ts';

const { database, where } = await testDatabase();
const parameters = new URLSearchParams({ host: String(where.host), port: String(where.port ?? 5432) });
const url = `postgres://${where.user}@localhost/${where.database}?${parameters}`;
const ask = (text: string) => database.query({ text, values: [] });
await ask('create table payment (at timestamptz not null, order_id integer)');
await ask(
  `insert into payment values ('2026-03-01T10:00:20Z', null), ('2026-03-01T10:00:25Z', 7), ('2026-03-01T12:00Z', null)`,
);

const span = { fromMs: Date.parse('2026-03-01T10:00Z'), toMs: Date.parse('2026-03-01T11:00Z') };
const reasonOf = async (sql: string, at = url): Promise<string> => {
  try {
    await violationsInSql(at, sql, span);
  } catch (error) {
    assert.ok(error instanceof MonitoringError, String(error));
    return `${error.code} ${error.address} ${error.message}`;
  }
  return 'nothing';
};

test('each row is a violation at its time, in the time that is asked about', async () => {
  const without = 'select at from payment where order_id is null';
  assert.deepEqual(await violationsInSql(url, `${without} and at between $1 and $2;`, span), [
    Date.parse('2026-03-01T10:00:20Z'),
  ]);
  assert.equal((await violationsInSql(url, without, span)).length, 2);
});

test('nothing is written, whatever the text says', async () => {
  for (const sql of [
    'select at from payment; delete from payment',
    'with gone as (delete from payment returning at) select at from gone',
    'select at from payment; commit; delete from payment',
  ])
    assert.match(await reasonOf(sql), /^monitoring\.query /, sql);
  assert.equal((await ask('select 1 from payment')).count, 3);
});

test('what is wrong is said without the password', async () => {
  assert.match(await reasonOf('select at from nowhere'), /relation "nowhere" does not exist/);
  assert.match(await reasonOf('select order_id from payment'), /column named `at`/);
  const gone = await reasonOf('select 1', 'postgres://reader:s3cret@127.0.0.1:59999/shop');
  assert.match(gone, /^monitoring\.unreachable postgres:\/\/127\.0\.0\.1:59999\/shop /);
  assert.ok(!gone.includes('s3cret'));
});
