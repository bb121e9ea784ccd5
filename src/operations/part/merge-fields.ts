import type { PlainStatement } from '../../store/plain-statement.ts';
import type { FieldValues } from '../../record/value-at.ts';
import { may } from '../access/permissions.ts';
import type { StoredContext } from '../stored-operation.ts';
import { plainIncident } from './statements.ts';

/** Where a part is, and the version of it that the caller saw. */
export type Seen = { incident: string; key: string; id: string; seen: number };

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const textOf = (merged: string, same: string, headed: boolean): string =>
  `update kept_part set value = (${merged})::json, touched = (touched::jsonb || $2::jsonb)::json, version = version + 1${
    headed ? ', position = position' : ''
  }
    where incident_id = $3::uuid and key = $4 and id = $5 and version = $6::integer and count is null and not (${same})
      and exists (select 1 from incident i where i.id = $3::uuid and ${plainIncident})`;
const wordings = (headed: boolean) => ({
  merging: textOf('value::jsonb || $1::jsonb', 'value::jsonb @> $1::jsonb', headed),
  removing: textOf(
    '(value::jsonb || $1::jsonb) - $7::text[]',
    'value::jsonb @> $1::jsonb and not value::jsonb ?| $7::text[]',
    headed,
  ),
});
const [plain, headed] = [wordings(false), wordings(true)];
/** Parts that lists show: the trigger that keeps their heads looks at who sets the position, which the others save themselves. */
const inHeads: ReadonlySet<string> = new Set(['incident', 'actions']);

/**
 * The statement that sets top-level fields of a part nobody touched since the caller saw it; undefined for what it cannot say: a
 * nested field, a part that is not there yet, an incident by its number. It changes no row where anything asks for a second look,
 * such as a restricted incident, an approval to end, or values that are there already: the caller then loads and decides.
 */
export function mergeFields(context: StoredContext, place: Seen, values: FieldValues): PlainStatement | undefined {
  const { incident, key, id, seen } = place;
  const names = Object.keys(values);
  if (seen < 1 || !uuid.test(incident) || names.some((name) => name === '' || name.includes('.'))) return undefined;
  if (!may(context.actor, 'incident.edit')) return undefined;
  const set = JSON.stringify(
    Object.fromEntries(names.filter((name) => values[name] !== null).map((name) => [name, values[name]])),
  );
  const touched = JSON.stringify(Object.fromEntries(names.map((name) => [name, seen + 1])));
  const gone = names.filter((name) => values[name] === null);
  const parameters = [set, touched, incident, key, id, seen];
  const { merging, removing } = inHeads.has(key) ? headed : plain;
  return gone.length === 0 ? { text: merging, parameters } : { text: removing, parameters: [...parameters, gone] };
}
