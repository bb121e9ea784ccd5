import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StoreError } from '../store-error.ts';
import { isLost, outcomeOf } from './outcome.ts';
import type { PrimaryLink } from './primary-link.ts';

/** A statement as `pg` takes it. */
export type Prepared = { name?: string; text: string; values: unknown[] };

/** How a statement is run: `until` on the clock of `performance.now()`, and whether it may be sent again after an unknown outcome. */
export type Manner = { until: number; repeatable: boolean };

/** A statement that takes longer may be waiting for a server that has gone. */
const suspiciousMs = 500;
/** Those who met in a deadlock would meet again. */
const pauseMs = 10;

/** The server's notice that it saved a change and its standby may not have. By the place in its source: the words are translated. */
const unreplicated = new WeakSet<pg.ClientBase>();
const heard = new WeakSet<pg.ClientBase>();

function listenForNotices(client: pg.ClientBase): void {
  if (heard.has(client)) return;
  heard.add(client);
  client.on('notice', ({ routine }) => {
    if (routine === 'SyncRepWaitForLSN') unreplicated.add(client);
  });
}

/** As `client.query` does, which would copy a statement given as an object property by property first: a tenth of what it costs. */
const send = (client: pg.Client, { name, text, values }: Prepared, timeoutMs: number): Promise<pg.QueryResult> =>
  new Promise((resolve, reject) => {
    const callback = (error: Error | null, result: pg.QueryResult) =>
      error === null ? resolve(result) : reject(error);
    client.query(Object.assign(new pg.Query(text, values), { name, query_timeout: timeoutMs, callback }));
  });

async function runOnce(link: PrimaryLink, statement: Prepared, until: number): Promise<pg.QueryResult> {
  const used = await link.take(until);
  let client: pg.Client;
  try {
    client = await used.pool.take(Math.max(1, until - performance.now()));
  } catch (error) {
    if (isLost(error)) link.doubt(used);
    throw new Unsent(error);
  }
  listenForNotices(client);
  let broken = false;
  const slow = setInterval(() => link.look(used), suspiciousMs);
  try {
    const result = await send(client, statement, Math.max(suspiciousMs, Math.ceil(until - performance.now())));
    if (unreplicated.delete(client))
      throw new StoreError('store.not-durable', 'the change was saved on one server only, and may be lost with it');
    return result;
  } catch (error) {
    broken = isLost(error) || unreplicated.delete(client);
    if (isLost(error)) link.doubt(used);
    throw error;
  } finally {
    clearInterval(slow);
    used.pool.give(client, broken);
  }
}

/** Wraps what went wrong before the statement was sent. */
class Unsent extends Error {
  constructor(cause: unknown) {
    super('not sent', { cause });
  }
}

/** An error of `pg` as one that says what to do, where there is one. */
function known(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  if (!(error instanceof pg.DatabaseError))
    return new StoreError('store.unreachable', 'the connection to the database was lost', { cause: error });
  const code = error.code ?? '';
  if (code === '53100') return new StoreError('store.disk-full', 'the disk of the database is full', { cause: error });
  return outcomeOf(error, false) === 'undone'
    ? new StoreError('store.unreachable', 'the database does not take changes at the moment', { cause: error })
    : error;
}

/**
 * Runs a statement on the primary, again on the next one while servers fail, until `until`.
 * @throws StoreError `store.unknown` for one that is not repeatable and may have been done; `store.unreachable`, `store.not-durable`
 * @throws pg.DatabaseError for what is wrong with the statement itself
 */
export async function runStatement(link: PrimaryLink, statement: Prepared, manner: Manner): Promise<pg.QueryResult> {
  for (;;) {
    try {
      return await runOnce(link, statement, manner.until);
    } catch (thrown) {
      const sent = !(thrown instanceof Unsent);
      const error = sent ? thrown : thrown.cause;
      const outcome = outcomeOf(error, sent);
      if (outcome === 'final') throw known(error);
      if (outcome === 'unknown' && !manner.repeatable)
        throw new StoreError('store.unknown', 'the answer of the database was lost', { cause: known(error) });
      if (performance.now() > manner.until) throw known(error);
      await sleep(pauseMs);
    }
  }
}
