import type { Database } from '../database.ts';

/** An update on its way to be kept: by whom, and when. */
export type NewUpdate = { actor: string; at: string; bytes: Uint8Array };

/** Keeps updates in one statement and gives their ids. Sent again after a lost answer they are there twice, which Yjs does not mind. */
export async function appendUpdates(
  database: Database,
  incidentId: string,
  updates: readonly NewUpdate[],
): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>({
    text: `insert into room_update (incident_id, at, actor, bytes)
      select $1, at, actor, bytes from unnest($2::timestamptz[], $3::text[], $4::bytea[]) as given (at, actor, bytes)
      returning id`,
    values: [
      incidentId,
      updates.map(({ at }) => at),
      updates.map(({ actor }) => actor),
      updates.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    ],
  });
  return rows.map(({ id }) => id);
}
