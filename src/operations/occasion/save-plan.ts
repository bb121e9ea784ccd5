import type { Occasion } from '../../occasions/index.ts';
import type { Database } from '../../store/database.ts';

/** The occasions of an incident, and from when on they are said: what lay in the past when it was written down is not. */
export type Plan = { incident: string; since: string; occasions: readonly Occasion[] };

/** What moves on together with a plan; it is dropped when somebody else has moved on meanwhile. */
export type Progress = { seq: string; before: string } | { walked: string | null; before: string; since: Date };

// Whoever fires holds the row of the progress in share: a plan comes before or after it, never in between.
const planned = (advance: string): string => `with advanced as (${advance} returning 1),
  given as (
    select * from json_to_recordset($1::json) as given (incident uuid, since timestamptz, key text, kind text, at timestamptz, about text,
      told text[], label text, due text, step text)
    where exists (select from advanced)
  ), gone as (
    delete from occasion o where o.incident_id = any($2::uuid[]) and o.fired_at is null and exists (select from advanced)
      and not exists (select from given g
        where g.incident = o.incident_id and g.key = o.key and (g.at >= g.since or g.at = o.at))
  )
  insert into occasion as o (incident_id, key, kind, at, about, told, label, due, step, planned_at)
  select incident, key, kind, at, about, told, label, due, step, $3::timestamptz from given where at >= since
  on conflict (incident_id, key) do update set at = excluded.at, about = excluded.about, told = excluded.told, label = excluded.label,
    due = excluded.due, planned_at = excluded.planned_at
  where o.fired_at is null and (o.at, o.told, o.label) is distinct from (excluded.at, excluded.told, excluded.label)`;

const seqStatement = planned('update occasion_progress set seq = $4::bigint where seq = $5::bigint');
const walkStatement = planned(
  'update occasion_progress set walked = $4::bigint where walked = $5::bigint and walked_since = $6::timestamptz',
);

/** Keeps plans and moves on, in one statement. What was said stays; what is not planned any more goes. */
export async function savePlans(
  { query }: Database,
  plans: readonly Plan[],
  now: string,
  progress: Progress,
): Promise<void> {
  const rows = plans.flatMap(({ incident, since, occasions }) =>
    occasions.map(({ key, kind, at, about, to, label, due, step }) => {
      return { incident, since, key, kind, at, about, told: to, label, due, step };
    }),
  );
  const incidents = plans.map(({ incident }) => incident);
  const values = [JSON.stringify(rows), incidents, now];
  await query(
    'seq' in progress
      ? { text: seqStatement, values: [...values, progress.seq, progress.before] }
      : { text: walkStatement, values: [...values, progress.walked, progress.before, progress.since] },
  );
}
