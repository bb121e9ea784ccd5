import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { StoreError } from './store-error.ts';

/** One numbered file of `migrations/`. */
export type Migration = { number: number; name: string; sql: string; sha256: string };

const folder = path.join(import.meta.dirname, 'migrations');

/** The migrations this version of Hindcast knows, in order. */
export async function knownMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-.+\.sql$/.test(file)).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(path.join(folder, file), 'utf8');
      return {
        number: Number(file.slice(0, 4)),
        name: file,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
}

/** What is to be done: the migrations not yet applied. Pure. @throws StoreError for a schema newer than ours or a changed file */
export function pendingMigrations(known: Migration[], applied: { number: number; name: string; sha256: string }[]) {
  const newest = known.at(-1)?.number ?? 0;
  const newer = applied.find(({ number }) => number > newest);
  if (newer !== undefined)
    throw new StoreError(
      'store.newer-schema',
      `the database was migrated by a newer Hindcast (${newer.name}); this one knows migrations up to ${newest}. Start the newer version, or restore a backup made before it.`,
    );
  for (const { number, name, sha256 } of applied) {
    const ours = known.find((migration) => migration.number === number);
    if (ours !== undefined && ours.sha256 !== sha256)
      throw new StoreError(
        'store.changed-migration',
        `migration ${name} was applied in another wording than this Hindcast ships. Install an unchanged release; migrations are never edited.`,
      );
  }
  const done = new Set(applied.map(({ number }) => number));
  return known.filter(({ number }) => !done.has(number));
}

/** Any number that no other program on the server takes; two processes that start at once migrate one after the other. */
const migrationLock = 7_204_511_836;

const migrationTable =
  'create table if not exists migration (number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())';

/** A migration may write every row anew: it has as long as it takes, and so has who waits for another process to be done with it. */
const patient = (text: string) => ({ text, query_timeout: 2 ** 31 - 1 });

/** Applies what is pending, each file in a transaction of its own, and returns their names. */
export async function migrate(client: ClientBase): Promise<string[]> {
  await client.query(patient('select pg_advisory_lock($1)'), [migrationLock]);
  try {
    await client.query(migrationTable);
    const { rows } = await client.query('select number, name, sha256 from migration order by number');
    const pending = pendingMigrations(
      await knownMigrations(),
      rows as { number: number; name: string; sha256: string }[],
    );
    for (const migration of pending) await applyAlone(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
  }
}

/** Makes the schema as it was after some migrations, within the caller's transaction: what a backup is restored into. */
export async function makeSchema(client: ClientBase, migrations: Migration[]): Promise<void> {
  await client.query(migrationTable);
  for (const migration of migrations) await apply(client, migration);
}

async function apply(client: ClientBase, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query(patient(sql));
  await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256]);
}

async function applyAlone(client: ClientBase, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await apply(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
