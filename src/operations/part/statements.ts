import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import type { Part } from './assemble.ts';

const json = (value: unknown) => sql`${JSON.stringify(value)}::json`;

/** Inserts parts of any kind, as many as are given, in one statement. */
export function insertParts(incidentId: string, parts: Part[]): Change {
  const rows = parts.map(({ key, id, position, value }) => [key, id, position, value]);
  return {
    rows: parts.length,
    statement: sql`insert into part (incident_id, key, id, position, value)
      select ${incidentId}::uuid, part->>0, part->>1, (part->>2)::double precision, part->3
      from json_array_elements(${JSON.stringify(rows)}::json) as part`,
  };
}

/** Id of the entry at an index of a batch, from 1. */
export const entryId = (batch: string, index: number): string => `${batch}-${index}`;

/**
 * Inserts entries of one list, as many as are given: their ids are the batch's with their number, their positions go up from the
 * one given, by steps that a double holds exactly. The quickest way there is: one text to the server, and ids that grow, so that their index is written at its end.
 */
export function insertEntries(
  incidentId: string,
  key: string,
  { batch, position, entries }: { batch: string; position: number; entries: readonly unknown[] },
): Change {
  return {
    rows: entries.length,
    statement: sql`insert into part (incident_id, key, id, position, value)
      select ${incidentId}::uuid, ${key}, ${batch} || '-' || number, ${position}::double precision + number / 1024::double precision, entry
      from json_array_elements(${JSON.stringify(entries)}::json) with ordinality as given (entry, number)`,
  };
}

/** Puts a part in place of the one whose version was seen. Changes nothing when it has moved on. */
export const replacePart = (incidentId: string, part: Part, seen: number): Change => ({
  statement: sql`update part set value = ${json(part.value)}, touched = ${json(part.touched)}, version = ${part.version}, position = ${part.position}
    where incident_id = ${incidentId}::uuid and key = ${part.key} and id = ${part.id} and version = ${seen}`,
});

/** Inserts a part that was not there; changes nothing when somebody else was faster. */
export const insertPart = (incidentId: string, part: Part): Change => ({
  statement: sql`insert into part (incident_id, key, id, position, value, touched, version)
    values (${incidentId}::uuid, ${part.key}, ${part.id}, ${part.position}, ${json(part.value)}, ${json(part.touched)}, ${part.version})
    on conflict do nothing`,
});

/** Takes a part out of the record; the ledger keeps what it was. */
export const removePart = (incidentId: string, part: Part): Change => ({
  statement: sql`delete from part where incident_id = ${incidentId}::uuid and key = ${part.key} and id = ${part.id} and version = ${part.version}`,
});
