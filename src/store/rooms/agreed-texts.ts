import type { Change } from '../commit.ts';
import type { Database } from '../database.ts';
import type { PlainStatement } from '../plain-statement.ts';
import type { NewUpdate } from './append-updates.ts';

/** What record and room last agreed on for one field; version 0 when they never did. */
export type AgreedText = { text: string; version: number };

/** All of a room's agreed texts, by path. */
export async function readAgreed(database: Database, incidentId: string): Promise<Map<string, AgreedText>> {
  const { rows } = await database.query<AgreedText & { path: string }>({
    text: 'select path, text, version from room_text where incident_id = $1',
    values: [incidentId],
  });
  return new Map(rows.map(({ path, text, version }) => [path, { text, version }]));
}

const moving = `insert into room_text (incident_id, path, text, version) values ($1::uuid, $2, $3, $4::integer + 1)
  on conflict (incident_id, path) do update set text = excluded.text, version = excluded.version where room_text.version = $4::integer`;

/** Changes what is agreed on from the version that was seen; changes nothing when it has moved on. */
export function moveAgreed(incidentId: string, path: string, text: string, seen: number): Change {
  const statement: PlainStatement = { text: moving, parameters: [incidentId, path, text, seen] };
  return { statement };
}

/** Brings a change of the record into a room: the update and the new agreed text, or neither. Gives the update's id. */
export async function keepBrought(
  database: Database,
  incidentId: string,
  { path, text, seen }: { path: string; text: string; seen: number },
  { actor, at, bytes }: NewUpdate,
): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>({
    text: `with moved as (${moving} returning 1)
      insert into room_update (incident_id, at, actor, path, bytes) select $1::uuid, $5::timestamptz, $6, $2, $7::bytea from moved
      returning id`,
    values: [incidentId, path, text, seen, at, actor, Buffer.from(bytes)],
    once: true,
  });
  return rows[0]?.id;
}
