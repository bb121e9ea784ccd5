import { type RawBuilder, sql } from 'kysely';
import { may } from '../access/permissions.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { FieldValues } from './set-fields.ts';

/** Where a part is, and the version of it that the caller saw. */
export type Seen = { incident: string; key: string; id: string; seen: number };

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The statement that sets top-level fields of a part nobody touched since the caller saw it; undefined for what it cannot say: a
 * nested field, a part that is not there yet, an incident by its number. It changes no row where anything asks for a second look,
 * such as a restricted incident, an approval to end, or values that are there already: the caller then loads and decides.
 */
export function mergeFields(context: StoredContext, place: Seen, values: FieldValues): RawBuilder<unknown> | undefined {
  const { incident, key, id, seen } = place;
  const names = Object.keys(values);
  if (seen < 1 || !uuid.test(incident) || names.some((name) => name === '' || name.includes('.'))) return undefined;
  if (!may(context.actor, 'incident.edit')) return undefined;
  const set = JSON.stringify(
    Object.fromEntries(names.filter((name) => values[name] !== null).map((name) => [name, values[name]])),
  );
  const gone = names.filter((name) => values[name] === null);
  const touched = JSON.stringify(Object.fromEntries(names.map((name) => [name, seen + 1])));
  const merged =
    gone.length === 0 ? sql`value::jsonb || ${set}::jsonb` : sql`(value::jsonb || ${set}::jsonb) - ${gone}::text[]`;
  const same =
    gone.length === 0
      ? sql`value::jsonb @> ${set}::jsonb`
      : sql`value::jsonb @> ${set}::jsonb and not value::jsonb ?| ${gone}::text[]`;
  return sql`update part set value = (${merged})::json, touched = (touched::jsonb || ${touched}::jsonb)::json, version = version + 1
    where incident_id = ${incident}::uuid and key = ${key} and id = ${id} and version = ${seen} and not (${same})
      and exists (select 1 from incident i where i.id = ${incident}::uuid
        and i.status not in ('archived', 'approved') and i.visibility <> 'restricted')`;
}
