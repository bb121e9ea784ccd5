import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import type { Part } from './assemble.ts';

const json = (value: unknown) => sql`${JSON.stringify(value)}::json`;

/** That an incident is not archived: what was decided before it was archived, and is saved after, finds nothing to change. */
export const stillOpen = (incidentId: string) =>
  sql`exists (select 1 from incident i where i.id = ${incidentId}::uuid and i.status <> 'archived')`;

/** Inserts parts of any kind, as many as are given, in one statement. */
export function insertParts(incidentId: string, parts: Part[]): Change {
  const rows = parts.map(({ key, id, position, value }) => [key, id, position, value]);
  return {
    rows: parts.length,
    statement: sql`insert into kept_part (incident_id, key, id, position, value)
      select ${incidentId}::uuid, part->>0, part->>1, (part->>2)::double precision, part->3
      from json_array_elements(${JSON.stringify(rows)}::json) as part`,
  };
}

/** Id of the entry at an index of a batch, from 1. */
export const entryId = (batch: string, index: number): string => `${batch}-${index}`;

/** Entries of one list that come together: their JSON texts, the first part of their ids, and where they go. */
export type Arrival = { key: string; batch: string; position: number; texts: readonly string[] };

/** For a statement that looks at the incident as `i` itself: what needs no second look, so nothing has to be loaded before. */
export const plainIncident = `i.status not in ('archived', 'approved') and i.visibility <> 'restricted'`;

/** Entries of one list that several may be added to: more would keep everybody waiting who opens the incident. */
export const mostInList = 50_000;

/** Counts the entries of a list, however they are kept. */
export const countOf = (incident: string, key: string): string =>
  `(select coalesce(sum(coalesce(count, 1)), 0) from kept_part where incident_id = ${incident} and key = ${key})`;

const insertionOf = (condition: string): string => `insert into kept_part (incident_id, key, id, position, value, count)
  select i.id, $2, $3, $4::double precision, $5::json, $6::integer from incident i where i.id = $1::uuid and ${condition}`;
const insertion = insertionOf(`i.status <> 'archived'`);
const insertionWhenPlain = insertionOf(plainIncident);
const insertionWhenRoom = insertionOf(`${plainIncident} and ${countOf('i.id', '$2')} + $6::integer <= ${mostInList}`);

/**
 * Inserts entries of one list, as many as are given. Several are one row as long as nobody changes one of them (see `unpack`); their
 * ids are the batch's with their number, their positions go up by steps that a double holds exactly.
 * @param whenPlain only into an incident that needs no second look, and several only into a list that has room for them
 */
export function insertEntries(
  incidentId: string,
  { key, batch, position, texts }: Arrival,
  { whenPlain = false } = {},
): Change {
  const row =
    texts.length === 1
      ? [entryId(batch, 1), position + 1 / 1024, texts[0], null]
      : [batch, position, `[${texts.join(',')}]`, texts.length];
  const quick = texts.length === 1 ? insertionWhenPlain : insertionWhenRoom;
  const text = whenPlain ? quick : insertion;
  return { statement: { text, parameters: [incidentId, key, ...row] } };
}

/** The name of a part's row; see `Change`. */
export const rowOf = (incidentId: string, { key, id }: Pick<Part, 'key' | 'id'>): string =>
  `${incidentId.toLowerCase()}/${key}/${id}`;

/** Puts a part in place of the one whose version was seen. Changes nothing when it has moved on. */
export const replacePart = (incidentId: string, part: Part, seen: number): Change => ({
  row: rowOf(incidentId, part),
  statement: sql`update kept_part set value = ${json(part.value)}, touched = ${json(part.touched)}, version = ${part.version}, position = ${part.position}
    where incident_id = ${incidentId}::uuid and key = ${part.key} and id = ${part.id} and version = ${seen} and count is null
      and ${stillOpen(incidentId)}`,
});

/** Inserts a part that was not there; changes nothing when somebody else was faster. */
export const insertPart = (incidentId: string, part: Part): Change => ({
  statement: sql`insert into kept_part (incident_id, key, id, position, value, touched, version)
    select ${incidentId}::uuid, ${part.key}, ${part.id}, ${part.position}::double precision, ${json(part.value)},
      ${json(part.touched)}, ${part.version}::integer where ${stillOpen(incidentId)} on conflict do nothing`,
});

/** Takes a part out of the record; the ledger keeps what it was. */
export const removePart = (incidentId: string, part: Part): Change => ({
  row: rowOf(incidentId, part),
  statement: sql`delete from kept_part where incident_id = ${incidentId}::uuid and key = ${part.key} and id = ${part.id} and version = ${part.version} and count is null
      and ${stillOpen(incidentId)}`,
});

/** Puts many parts in place of those that are there, whose versions are one less, in one statement. */
export function replaceParts(incidentId: string, parts: readonly Part[]): Change[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ key, id, version, position, value, touched }) => [
    key,
    id,
    version,
    position,
    value,
    touched,
  ]);
  const statement = sql`update kept_part set value = part->4, touched = part->5, position = (part->>3)::double precision,
      version = (part->>2)::integer
    from json_array_elements(${JSON.stringify(rows)}::json) as part
    where incident_id = ${incidentId}::uuid and key = part->>0 and id = part->>1 and version = (part->>2)::integer - 1 and count is null`;
  return [{ rows: parts.length, statement }];
}

/** An entry of a list and where it stands. */
export type PlacedEntry = Pick<Part, 'id' | 'version' | 'position'>;

/** Gives entries of one list other places in one statement; changes nothing when one of them has moved on from its version. */
export function placeEntries(incidentId: string, key: string, entries: readonly PlacedEntry[]): Change[] {
  if (entries.length === 0) return [];
  const rows = entries.map(({ id, version, position }) => [id, version, position]);
  const statement = sql`update kept_part set position = (entry->>2)::double precision, version = version + 1
    from json_array_elements(${JSON.stringify(rows)}::json) as entry
    where incident_id = ${incidentId}::uuid and key = ${key} and id = entry->>0 and version = (entry->>1)::integer and count is null
      and ${stillOpen(incidentId)}`;
  return [{ rows: entries.length, statement }];
}

/** Takes many parts out of the record, at the versions that were seen, in one statement. */
export function removeParts(incidentId: string, parts: readonly Part[]): Change[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ key, id, version }) => [key, id, version]);
  const statement = sql`delete from kept_part using json_array_elements(${JSON.stringify(rows)}::json) as part
    where incident_id = ${incidentId}::uuid and key = part->>0 and id = part->>1 and version = (part->>2)::integer and count is null`;
  return [{ rows: parts.length, statement }];
}
