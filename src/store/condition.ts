import type { Database } from './database.ts';

/** The one row of a question without parameters. */
async function ask<Row>({ query }: Database, text: string): Promise<Row> {
  return (await query<Row>({ text, values: [] })).rows[0] as Row;
}

/** Whether the server only reads. */
export const isStandby = async (database: Database): Promise<boolean> =>
  (await ask<{ standby: boolean }>(database, 'select pg_is_in_recovery() as standby')).standby;

/** The server's version, and the two settings without which a power cut loses what was acknowledged. */
export const serverSettings = (database: Database) =>
  ask<{ version: string; sync: string; fsync: string }>(
    database,
    `select current_setting('server_version') as version, current_setting('synchronous_commit') as sync,
      current_setting('fsync') as fsync`,
  );

/** The server's clock, in milliseconds since 1970. */
export const serverClockMs = async (database: Database): Promise<number> =>
  Number((await ask<{ at: string }>(database, 'select extract(epoch from clock_timestamp()) * 1000 as at')).at);

/** Whether a table is there: false before the first migration. */
const isMade = async (database: Database, table: string): Promise<boolean> =>
  (await ask<{ made: boolean }>(database, `select to_regclass('public.${table}') is not null as made`)).made;

/** The migrations that were applied; undefined before the first. */
export async function appliedMigrations(database: Database) {
  if (!(await isMade(database, 'migration'))) return undefined;
  const text = 'select number, name, sha256 from migration order by number';
  return (await database.query<{ number: number; name: string; sha256: string }>({ text, values: [] })).rows;
}

/** Keys that sign now: one, or none before the first start. */
export async function activeKeys(database: Database): Promise<number> {
  if (!(await isMade(database, 'signing_key'))) return 0;
  const text = 'select count(*)::int as count from signing_key where retired_at is null';
  return (await ask<{ count: number }>(database, text)).count;
}

/** Seconds after which an entry without a number means that nobody numbers the ledger. */
export const lateSeconds = 10;

/** Entries of the ledger: with a number, without one yet, and without one for too long; undefined before the first migration. */
export async function ledgerCounts(database: Database) {
  if (!(await isMade(database, 'entry'))) return undefined;
  const late = `seq is null and at < now() - interval '${lateSeconds} seconds'`;
  return ask<{ numbered: string; late: string }>(
    database,
    `select count(seq) as numbered, count(*) filter (where ${late}) as late from entry`,
  );
}

/** Whether entries wait for their number for too long: answered from the index of those without one. */
export const isLedgerLate = async (database: Database): Promise<boolean> =>
  (
    await ask<{ late: boolean }>(
      database,
      `select exists (select from entry where seq is null and at < now() - interval '${lateSeconds} seconds') as late`,
    )
  ).late;

/** Entries without a number yet. */
export const ledgerBacklog = async (database: Database): Promise<number> =>
  (await ask<{ count: number }>(database, 'select count(*)::int as count from entry where seq is null')).count;

/** Deliveries that nobody has read yet. */
export const deliveriesWaiting = async (database: Database): Promise<number> =>
  (await ask<{ count: number }>(database, 'select count(*)::int as count from delivery_waiting')).count;
