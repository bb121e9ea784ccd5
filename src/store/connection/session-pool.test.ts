import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import type pg from 'pg';
import { StoreError } from '../store-error.ts';
import { openSessionPool } from './session-pool.ts';

/** What the pool needs of a connection: that it says when it ends. */
class Connection extends EventEmitter {
  ended = false;
  async end(): Promise<void> {
    this.ended = true;
    this.emit('end');
  }
}
const connect = async () => new Connection() as unknown as pg.Client;
const isUnreachable = (error: unknown) => error instanceof StoreError && error.code === 'store.unreachable';

test('a connection goes to one caller at a time, and no more are opened than allowed', async () => {
  const pool = openSessionPool(connect, 2);
  const [one, two] = [await pool.take(100), await pool.take(100)];
  assert.notEqual(one, two);
  const third = pool.take(1000);
  assert.deepEqual(pool.counts(), { total: 2, idle: 0, waiting: 1 });
  pool.give(one, false);
  assert.equal(await third, one);
});

test('who waits too long is told so, and a connection given back later is not lost', async () => {
  const pool = openSessionPool(connect, 1);
  const only = await pool.take(100);
  await assert.rejects(pool.take(5), isUnreachable);
  pool.give(only, false);
  assert.equal(await pool.take(100), only);
});

test('a broken connection makes room for a new one, which goes to whoever waits', async () => {
  const pool = openSessionPool(connect, 1);
  const broken = await pool.take(100);
  const next = pool.take(1000);
  pool.give(broken, true);
  assert.notEqual(await next, broken);
  assert.equal(pool.counts().total, 1);
});

test('a connection that ends while nobody uses it is forgotten', async () => {
  const pool = openSessionPool(connect, 1);
  const gone = await pool.take(100);
  pool.give(gone, false);
  gone.emit('end');
  assert.deepEqual(pool.counts(), { total: 0, idle: 0, waiting: 0 });
  assert.notEqual(await pool.take(100), gone);
});

test('cut, it ends all connections, and those who wait may look elsewhere', async () => {
  const pool = openSessionPool(connect, 1);
  const used = (await pool.take(100)) as unknown as Connection;
  const waiting = pool.take(1000);
  pool.cut();
  await assert.rejects(waiting, isUnreachable);
  assert.ok(used.ended);
  await assert.rejects(pool.take(100), isUnreachable);
});

test('when no connection can be made, nobody is left waiting', async () => {
  const failure = new Error('refused');
  const pool = openSessionPool(() => Promise.reject(failure), 1);
  const both = await Promise.allSettled([pool.take(1000), pool.take(1000)]);
  assert.deepEqual(
    both.map((settled) => settled.status === 'rejected' && settled.reason),
    [failure, failure],
  );
});

test('drained, it waits for what is still in use', async () => {
  const pool = openSessionPool(connect, 2);
  const used = await pool.take(100);
  let drained = false;
  const draining = pool.drain().then(() => (drained = true));
  await Promise.resolve();
  assert.equal(drained, false);
  pool.give(used, false);
  await draining;
});
