import { occasionsOf } from '../../occasions/index.ts';
import type { StoredContext } from '../stored-operation.ts';
import { basisOf, followOf } from './follow-of.ts';
import { type Plan, savePlans } from './save-plan.ts';
import { followedIncidents } from './subjects.ts';

/** Entries looked at, and incidents planned, in one go. */
const [mostEntries, mostIncidents] = [2000, 100];

// Numbers have no gaps, so what stands behind the last one is new. What an entry says is not read: the incident is, as it is now.
const changedStatement = `with next as (
    select seq, incident_id, at from entry
    where seq > (select seq from occasion_progress) and seq <= (select seq from occasion_progress) + ${mostEntries} order by seq
  ), first as (
    select incident_id, min(seq) as seq, min(at) as since from next
    where incident_id is not null group by incident_id order by min(seq) limit ${mostIncidents + 1}
  )
  select (select json_agg(shown) from (select incident_id as id, since from first order by seq limit ${mostIncidents}) as shown) as incidents,
    coalesce((select seq - 1 from first order by seq offset ${mostIncidents}), (select max(seq) from next)) as seq,
    (select p.seq from occasion_progress p) as before`;

const walkStatement = `select p.walked as before, p.walked_since as since,
    (select array_agg(id) from (select id, number from incident where number > p.walked order by number limit ${mostIncidents}) as i) as ids,
    (select max(number) from (select number from incident where number > p.walked order by number limit ${mostIncidents}) as i) as walked
  from occasion_progress p where p.walked is not null`;

type Changed = { incidents: { id: string; since: string }[] | null; seq: string | null; before: string };
type Walk = { before: string; since: Date; ids: string[] | null; walked: string | null };

async function plansOf(context: StoredContext, since: ReadonlyMap<string, string>): Promise<Plan[]> {
  const follow = await followOf(context);
  const incidents = await followedIncidents(context, [...since.keys()]);
  return incidents.map(({ id, subject }) => ({
    incident: id,
    since: since.get(id) ?? context.now,
    occasions: occasionsOf(subject, follow),
  }));
}

/** Plans the incidents that the next entries of the ledger name, and answers whether it did anything: ask again until it did not. */
async function planNamed(context: StoredContext): Promise<boolean> {
  const { database, now } = context;
  const [changed] = (await database.query<Changed>({ text: changedStatement, values: [] })).rows;
  if (changed === undefined || changed.seq === null) return false;
  const since = new Map((changed.incidents ?? []).map((one) => [one.id, one.since]));
  const plans = since.size === 0 ? [] : await plansOf(context, since);
  await savePlans(database, plans, now, { seq: changed.seq, before: changed.before });
  return true;
}

/** Begins to plan everything anew when settings or templates are not those of the last plans. */
async function lookAtBasis(context: StoredContext): Promise<void> {
  const { database, now } = context;
  const basis = await basisOf(context);
  await database.query({
    text: `update occasion_progress set walked = case when basis = '' then null else 0 end, walked_since = $2, basis = $1 where basis <> $1`,
    values: [basis, now],
  });
}

/** Plans the next incidents of those that are to be planned anew. */
async function planWalked(context: StoredContext): Promise<boolean> {
  const { database, now } = context;
  const [walk] = (await database.query<Walk>({ text: walkStatement, values: [] })).rows;
  if (walk === undefined) return false;
  const ids = walk.ids ?? [];
  const plans = await plansOf(context, new Map(ids.map((id) => [id, walk.since.toISOString()])));
  await savePlans(database, plans, now, { walked: walk.walked, before: walk.before, since: walk.since });
  return true;
}

/**
 * Plans what is to be said about incidents that changed; when settings or templates did, about all. Answers whether it did anything: ask
 * again until it did not. Done twice at once, one of both is dropped.
 */
export async function planChanged(context: StoredContext): Promise<boolean> {
  await lookAtBasis(context);
  return (await planNamed(context)) || (await planWalked(context));
}
