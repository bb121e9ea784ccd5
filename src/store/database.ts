import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { named } from './statement-name.ts';
import type { Tables } from './tables.ts';

/** A statement with its values. */
export type Statement = { text: string; values: readonly unknown[] };

/** The database behind the operations: one statement at a time for writes, kysely for reads. */
export type Database = {
  /** Runs one statement as a prepared one. */
  query: <Row>(statement: Statement) => Promise<{ rows: Row[]; count: number }>;
  /** Typed queries. */
  kysely: Kysely<Tables>;
  /** A connection of one's own: for listening, migrating, locks. The caller ends it. */
  connect: () => Promise<pg.Client>;
  /** Connections of the pool, and calls that wait for one. */
  pool: () => { total: number; idle: number; waiting: number };
  close: () => Promise<void>;
};

/** How to reach a server: a URL, or the socket of the embedded one. */
export type Where = pg.ClientConfig;

/** Milliseconds after which a statement without an answer counts as lost. */
const queryTimeoutMs = 30_000;

/** Opens a pool on one server. `most` is the number of connections it may hold. */
export function openDatabase(where: Where, most = 20): Database {
  const config = { ...where, query_timeout: queryTimeoutMs, keepAlive: true, application_name: 'hindcast' };
  const pool = new pg.Pool({ ...config, max: most });
  // Without a listener, the shutdown notice of the server to an idle connection ends the process.
  pool.on('error', () => {});
  return {
    query: async <Row>({ text, values }: Statement) => {
      const { rows, rowCount } = await pool.query({ ...named(text), text, values: [...values] });
      return { rows: rows as Row[], count: rowCount ?? 0 };
    },
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    connect: async () => {
      const client = new pg.Client(config);
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}
