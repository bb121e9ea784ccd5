import type { Database } from './database.ts';

/** An entry that was saved under a key before. */
export type EarlierEntry = { id: string; operation: string; hash: Uint8Array; result: string | null };

/**
 * Finds the entry that was saved under a key (of an actor: `actorKey`), and makes sure of it: the message written beside it comes after it in the
 * log, so this statement ends only when the standby has both. An entry alone may be seen before it is safe, as when a wait
 * for the standby was cancelled.
 */
export async function earlierEntry(database: Database, key: string, until?: number): Promise<EarlierEntry | undefined> {
  const { rows } = await database.query<EarlierEntry>({
    text: `select id, operation, hash, result, pg_logical_emit_message(true, 'hindcast', 'seen')
      from entry where key = $1`,
    values: [key],
    ...(until === undefined ? {} : { until }),
  });
  return rows[0];
}
