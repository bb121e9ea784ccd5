import pg from 'pg';
import { StoreError } from '../store-error.ts';

/** How a server was found: its place in the history of failovers, which grows by one with each promotion. */
export type Standing = { standby: boolean; timeline: number };

/** A host that is there answers sooner, also under load; one that has gone is not waited for. */
const connectTimeoutMs = 500;
/** A statement whose server has vanished without a word is given up after so long. */
const queryTimeoutMs = 30_000;

/** What every connection of ours has. `keepAlive` lets the system find a peer that has gone while nothing is sent. */
const common = {
  connectionTimeoutMillis: connectTimeoutMs,
  query_timeout: queryTimeoutMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: 5000,
  application_name: 'hindcast',
};

/** A server whose default is not to wait for its disk or its standby waits for ours. The timeline is the first 8 digits of a WAL file. */
const askStanding = `select pg_is_in_recovery() as standby,
  case when not pg_is_in_recovery() then left(pg_walfile_name(pg_current_wal_lsn()), 8) else '0' end as timeline,
  case when current_setting('synchronous_commit') in ('off', 'local') then set_config('synchronous_commit', 'on', false) end`;

/** Connects and asks what the server is. @throws what `pg` throws */
export async function openSession(where: pg.ClientConfig): Promise<{ client: pg.Client; standing: Standing }> {
  const client = new pg.Client({ ...where, ...common });
  // Without a listener, the shutdown notice of the server to an idle connection ends the process.
  client.on('error', () => {});
  try {
    await client.connect();
    const late = { text: askStanding, query_timeout: connectTimeoutMs * 4 };
    const { rows } = await client.query<{ standby: boolean; timeline: string }>(late);
    const { standby = true, timeline = '0' } = rows[0] ?? {};
    return { client, standing: { standby, timeline: Number.parseInt(timeline, 16) } };
  } catch (error) {
    endSession(client);
    throw error;
  }
}

/** Ends a connection without waiting: one that no longer answers would keep us waiting. What runs on it fails. */
export function endSession(client: pg.Client): void {
  void client.end().catch(() => {});
}

/** @throws StoreError `store.read-only` for a server that was, or has been replaced by, a standby */
export function requirePrimary({ standby, timeline }: Standing, atLeast: number): void {
  if (standby) throw new StoreError('store.read-only', 'the server is a standby');
  if (timeline < atLeast) throw new StoreError('store.read-only', 'the server was replaced by a newer primary');
}
