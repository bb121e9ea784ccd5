import { type Columns, type Narrowing, type Quarter } from '../../insights/index.ts';
import { may } from '../access/permissions.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Wish } from './show.ts';

// What only some may see is little: its numbers are asked for each time. $1 is the member, null for who sees all.
const hidden = `select h.number::float8 from incident_head h where not h.open and $1::uuid is not null
  and not exists (select from incident_member m where m.incident_id = h.incident_id and m.person_id = $1::uuid)`;

const micros = (instant: string): string => `(extract(epoch from ${instant}) * 1000000)::float8`;

// $2 from, $3 to, $4 zone; $5 and $6 are the seconds between which quarters are wanted. What zones and calendars say, the database knows.
const statement = `select array(${hidden}) as hidden, ${micros('$2::date at time zone $4')} as "from", ${micros('($3::date + 1) at time zone $4')} as before,
  (select coalesce(json_agg(json_build_object('name', to_char(start, 'YYYY"Q"Q'), 'startMicros', ${micros('start at time zone $4')}) order by start), '[]')
    from generate_series(date_trunc('quarter', to_timestamp($5::float8) at time zone $4), to_timestamp($6::float8) at time zone $4, '3 months')
      as start) as quarters`;

type Asked = { hidden: number[]; from: number | null; before: number | null; quarters: Quarter[] };

/** The first and the last second in which an incident began, with one to spare. */
function secondsOf({ atMicros, count }: Columns): [number, number] | [null, null] {
  let [least, most] = [Infinity, -Infinity];
  for (let place = 0; place < count; place += 1) {
    least = Math.min(least, atMicros[place] as number);
    most = Math.max(most, atMicros[place] as number);
  }
  return count === 0 ? [null, null] : [Math.floor(least / 1e6) - 1, Math.ceil(most / 1e6) + 1];
}

/** In which zone days and quarters are counted. */
export const zoneOf = ({ config }: StoredContext): string => config.zone ?? 'UTC';

/** What of the columns is counted for whoever asks, and the quarters in which their incidents began. */
export async function narrowingOf(
  context: StoredContext,
  columns: Columns,
  { from, to, by, ...wish }: Wish,
): Promise<{ narrowing: Narrowing; quarters: Quarter[] }> {
  const { actor, database } = context;
  const { count } = columns;
  const member = may(actor, 'incident.see', { visibility: 'restricted' }) ? null : (actor.personId ?? actor.id);
  // PostgreSQL counts offsets to the west, as POSIX does.
  const zone = zoneOf(context).replace(/^[+-]/, (sign) => (sign === '+' ? '-' : '+'));
  const seconds = by === 'quarter' ? secondsOf(columns) : [null, null];
  const values = [member === '' ? null : member, from ?? null, to ?? null, zone, ...seconds];
  const [asked] = (await database.query<Asked>({ text: statement, values })).rows as [Asked];
  const days = { fromMicros: asked.from ?? undefined, beforeMicros: asked.before ?? undefined };
  return { narrowing: { ...wish, ...days, hidden: asked.hidden, count }, quarters: asked.quarters };
}
