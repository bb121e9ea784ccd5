import type { Database } from '../database.ts';

/** Whether updates of a room are kept singly. Where none is, the record has everything: see `compact` in src/live/rooms.ts. */
export async function hasUpdates({ query }: Database, incidentId: string): Promise<boolean> {
  const text = 'select 1 from room_update where incident_id = $1 limit 1';
  return (await query({ text, values: [incidentId] })).count > 0;
}

/** The incidents in whose rooms updates are kept singly. */
export async function withUpdates({ query }: Database): Promise<string[]> {
  const text = 'select distinct incident_id as id from room_update';
  return (await query<{ id: string }>({ text, values: [] })).rows.map(({ id }) => id);
}
