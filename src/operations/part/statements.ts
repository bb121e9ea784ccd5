import { type RawBuilder, sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import type { Part } from './assemble.ts';

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/** Inserts parts, as many as are given, in one statement. */
export function insertParts(incidentId: string, parts: Part[]): Change {
  const list = (values: unknown[], type: string): RawBuilder<unknown> => sql`${values}::${sql.raw(type)}[]`;
  return {
    rows: parts.length,
    statement: sql`insert into part (incident_id, key, id, position, value)
      select ${incidentId}::uuid, * from unnest(
        ${list(
          parts.map(({ key }) => key),
          'text',
        )},
        ${list(
          parts.map(({ id }) => id),
          'text',
        )},
        ${list(
          parts.map(({ position }) => position),
          'double precision',
        )},
        ${list(
          parts.map(({ value }) => JSON.stringify(value)),
          'jsonb',
        )})`,
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
