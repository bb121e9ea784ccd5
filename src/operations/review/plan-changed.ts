import { createHash } from 'node:crypto';
import { defaultPolicy } from '../../record/policy.ts';
import { ladderOf, type Moved } from '../../reviews/ladder.ts';
import type { Database } from '../../store/database.ts';
import { followIncidents } from '../../store/ledger/changed-incidents.ts';
import type { Template } from '../../templates/index.ts';
import type { WorkingDays } from './working-day.ts';
import { milestonesOfMany, partsOfMany } from '../home/parts.ts';

/** Incidents planned in one go. */
const most = 200;

const saveStatement = `with given as (
    select * from json_to_recordset($2::json) as given (incident_id uuid, rung text, day date, basis text)
  ), gone as (
    delete from review_day d where incident_id = any($1::uuid[])
      and not exists (select 1 from given g where g.incident_id = d.incident_id and g.rung = d.rung)
  )
  insert into review_day (incident_id, rung, day, basis)
  select g.incident_id, g.rung, g.day, g.basis from given g
  where not exists (select 1 from review r where r.incident_id = g.incident_id and r.rung = g.rung and r.held_at is not null)
  on conflict (incident_id, rung) do update set day = excluded.day, basis = excluded.basis`;

type Kept = Moved & { incident: string; held: boolean };

/** How an organisation plans. */
export type Planning = WorkingDays & { templates: Template[] };

async function planSome(database: Database, ids: string[], { templates, workingDay }: Planning): Promise<void> {
  const [records, marked, { rows: kept }, { rows: heads }] = await Promise.all([
    partsOfMany(database, ids, ['incident', 'document', 'reviews']),
    milestonesOfMany(database, ids),
    database.query<Kept>({
      text: `select incident_id as incident, rung, day::text as day, reason, held_at is not null as held from review where incident_id = any($1)`,
      values: [ids],
    }),
    database.query<{ id: string; template: string }>({
      text: 'select id, template from incident where id = any($1)',
      values: [ids],
    }),
  ]);
  const planned = heads.flatMap(({ id, template }) => {
    const policy = templates.find(({ name }) => name === template)?.policy ?? defaultPolicy;
    const record = { ...records.get(id), timeline: marked.get(id)?.events ?? [] };
    const own = kept.filter(({ incident }) => incident === id);
    const held = new Set(own.filter((one) => one.held).map(({ rung }) => rung));
    return ladderOf({ record, policy, moved: own, workingDay })
      .filter(({ rung, day }) => /^[1-9]\d{3}-\d\d-\d\d$/.test(day ?? '') && !held.has(rung))
      .map(({ rung, day, basis }) => ({ incident_id: id, rung, day, basis }));
  });
  await database.query({ text: saveStatement, values: [ids, JSON.stringify(planned)] });
}

/** Another calendar or other ladders: everything is planned anew. */
async function beginAnew(database: Database, { templates, calendar }: Planning): Promise<void> {
  const ladders = templates.map(({ name, policy }) => [name, policy.reviews]);
  const basis = createHash('sha256')
    .update(JSON.stringify([calendar, ladders]))
    .digest('hex');
  await database.query({
    text: 'update review_progress set seq = -1, basis = $1 where basis <> $1',
    values: [basis],
  });
}

/**
 * Plans the looks back of incidents that the next entries of the ledger name, and answers whether it did anything: ask again until it did
 * not. Done twice at once it does the same twice.
 */
export async function planReviews(database: Database, planning: Planning): Promise<boolean> {
  await beginAnew(database, planning);
  return followIncidents(database, { progress: 'review_progress', most }, (ids) => planSome(database, ids, planning));
}
