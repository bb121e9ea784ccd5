import type { Database } from '../database.ts';

/** Makes a room from its first state and the texts in it. Of two processes that do so at once, the first one's is kept. */
export async function seedRoom(
  database: Database,
  incidentId: string,
  state: Uint8Array,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  await database.query({
    text: `with made as (
        insert into room (incident_id, state) values ($1, $2) on conflict do nothing returning incident_id)
      insert into room_text (incident_id, path, text)
        select made.incident_id, path, text from made, unnest($3::text[], $4::text[]) as given (path, text)`,
    values: [incidentId, Buffer.from(state), [...texts.keys()], [...texts.values()]],
  });
}
