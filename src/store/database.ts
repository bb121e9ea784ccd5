import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { openPrimaryLink, type PrimaryLink } from './connection/primary-link.ts';
import { type Manner, runStatement } from './connection/run-statement.ts';
import { named } from './statement-name.ts';
import type { Tables } from './tables.ts';

/** A statement with its values. */
export type Statement = {
  text: string;
  values: readonly unknown[];
  /** Not sent again by itself when its answer is lost: it would do harm twice. */
  once?: true;
  /** Planned for its values each time, instead of prepared: for a search whose best way depends on what is searched. */
  planAnew?: true;
  /** How long to try, on the clock of `performance.now()`; ten seconds without. */
  until?: number;
};

/** The database behind the operations: one statement at a time for writes, kysely for reads. */
export type Database = {
  /**
   * Runs one statement as a prepared one, on the server that takes writes; again on its successor when it fails.
   * @throws StoreError when none takes it in time
   */
  query: <Row>(statement: Statement) => Promise<{ rows: Row[]; count: number }>;
  /** Typed queries. Each goes its own way, so there are no transactions. */
  kysely: Kysely<Tables>;
  /** A connection of one's own: for listening, migrating, locks. The caller ends it. */
  connect: () => Promise<pg.Client>;
  /** Connections of the pool, and calls that wait for one. */
  pool: () => { total: number; idle: number; waiting: number };
  close: () => Promise<void>;
  /** Tells of the end: what somebody holds for this database is of no use any more. */
  closed: AbortSignal;
};

/** How to reach a server: a URL, or the socket of the embedded one. */
export type Where = pg.ClientConfig;

/** Milliseconds for which a call looks for a server that takes it. */
export const patienceMs = 10_000;

/** Opens a pool on one server, or on the one of several that takes writes. `most` is the number of connections it may hold. */
export function openDatabase(where: Where | readonly Where[], most = 20): Database {
  const link = openPrimaryLink(Array.isArray(where) ? where : [where as Where], most);
  const inTime = () => performance.now() + patienceMs;
  const closed = new AbortController();
  return {
    query: async <Row>({ text, values, once, planAnew, until = inTime() }: Statement) => {
      const manner: Manner = { until, repeatable: once !== true };
      const { rows, rowCount } = await runStatement(
        link,
        { ...(planAnew === true ? {} : named(text)), text, values: [...values] },
        manner,
      );
      return { rows: rows as Row[], count: rowCount ?? 0 };
    },
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: kyselyPool(link, inTime) }) }),
    connect: () => link.connect(inTime()),
    pool: link.counts,
    close: async () => {
      closed.abort();
      await link.close();
    },
    closed: closed.signal,
  };
}

/** What kysely takes for a pool: its connections are none, so that each statement may find its own way after a failover. */
function kyselyPool(link: PrimaryLink, inTime: () => number): PostgresPool {
  const run = async (text: string, values: readonly unknown[]) => {
    if (/^(?:begin|start transaction)/.test(text))
      throw new Error('kysely has no transactions here: write in one statement, or on a connection of your own');
    return runStatement(link, { ...named(text), text, values: [...values] }, { until: inTime(), repeatable: true });
  };
  const connection = { query: run, release: () => {} } as unknown as PostgresPoolClient;
  return { options: {}, connect: async () => connection, end: link.close };
}
