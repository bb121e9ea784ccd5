import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databaseName, role } from './settings.ts';

/** How `pg` reaches the server. */
export type SocketConfig = { host: string; port: number; user: string; database: string; ssl: false };

/** The connection to one database of the server behind a socket. `ssl` is said, or PGSSLMODE of the environment would decide. */
export const socketConfig = (socketFolder: string, port: number, database = databaseName): SocketConfig => ({
  host: socketFolder,
  port,
  user: role,
  database,
  ssl: false,
});

const pollMs = 10;

async function ask(socketFolder: string, port: number): Promise<string> {
  const client = new pg.Client({
    ...socketConfig(socketFolder, port, 'postgres'),
    connectionTimeoutMillis: 2000,
    query_timeout: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string; made: boolean }>(
      `select current_setting('data_directory') as data_directory,
         exists (select from pg_database where datname = $1) as made`,
      [databaseName],
    );
    // The name is a constant of ours; `create database` takes no parameters.
    if (rows[0]?.made === false) await client.query(`create database ${databaseName}`);
    return rows[0]?.data_directory ?? '';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Waits until the server answers a query, which after a crash includes its recovery, and makes the database when it is
 * missing. Answers its data folder, or undefined when `over` says so first or the limit has passed.
 */
export async function waitUntilReady(
  socketFolder: string,
  port: number,
  over: () => boolean,
  limitMs: number,
): Promise<string | undefined> {
  const end = Date.now() + limitMs;
  while (!over() && Date.now() < end) {
    try {
      return await ask(socketFolder, port);
    } catch {
      await sleep(pollMs);
    }
  }
  return undefined;
}
