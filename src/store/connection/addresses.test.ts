import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { StoreError } from '../store-error.ts';
import { databaseAddresses } from './addresses.ts';

const hosts = (value: string) =>
  databaseAddresses(value)
    .map((where) => new pg.Client(where))
    .map(({ host, port }) => `${host}:${port}`);

test('one URL names one server', () => {
  assert.deepEqual(hosts('postgres://me:secret@db1.example:5433/hindcast'), ['db1.example:5433']);
  assert.deepEqual(hosts(' postgresql://db1/hindcast\n'), ['db1:5432']);
});

test('hosts with commas between them are one server each, with the same user, database and options', () => {
  const addresses = databaseAddresses('postgres://me:s%40cret@db1:5433,db2,[::1]:5434/hindcast?application_name=x');
  const clients = addresses.map((where) => new pg.Client(where));
  assert.deepEqual(
    clients.map(({ host, port }) => `${host}:${port}`),
    ['db1:5433', 'db2:5432', '::1:5434'],
  );
  assert.ok(
    clients.every(({ user, password, database }) => [user, password, database].join() === 'me,s@cret,hindcast'),
  );
});

test('several URLs may stand beside each other, with commas or spaces between', () => {
  for (const between of [',', ' ', ', ', '\n'])
    assert.deepEqual(hosts(`postgres://a@db1/x${between}postgresql://b@db2:1/y`), ['db1:5432', 'db2:1']);
});

test('a socket is named as pg names it', () => {
  const url = 'postgres://me@/hindcast?host=/run/postgresql';
  assert.equal(new pg.Client(databaseAddresses(url)[0]).host, '/run/postgresql');
});

for (const value of ['', '   ', 'mysql://me:secret@db/x', 'db1,db2', 'postgres://', 'postgres://me:secret@db:nine/x'])
  test(`${JSON.stringify(value)} is refused without repeating it`, () => {
    assert.throws(
      () => databaseAddresses(value),
      (error) => error instanceof StoreError && error.code === 'store.address' && !error.message.includes('secret'),
    );
  });

test('a long value is read in a moment', () => {
  const start = performance.now();
  for (const value of [
    `postgres://${'a,'.repeat(500_000)}`,
    `postgres://${' '.repeat(500_000)}x`,
    'postgres://'.repeat(100_000),
  ])
    try {
      databaseAddresses(value);
    } catch (error) {
      assert.ok(error instanceof StoreError);
    }
  assert.ok(performance.now() - start < 2000);
});
