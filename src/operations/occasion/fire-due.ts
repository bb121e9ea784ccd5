import { type Occasion, occasionsOf } from '../../occasions/index.ts';
import { plainStatement, renumbered } from '../../store/plain-statement.ts';
import { enqueueNotices, type NewNotice } from '../notice/enqueue.ts';
import type { StoredContext } from '../stored-operation.ts';
import { followOf } from './follow-of.ts';
import { recipientsOf } from './recipients.ts';
import { followedIncidents } from './subjects.ts';

/** Occasions of which the incidents are looked into in one go. */
const atOnce = 200;

const dueStatement = `with due as (
    select distinct incident_id from (
      select incident_id from occasion where fired_at is null and at <= $1::timestamptz order by at, incident_id, key limit ${atOnce}) as first
  ) select o.incident_id as incident, o.key, o.at from occasion o join due using (incident_id)
  where o.fired_at is null and o.at <= $1::timestamptz order by o.incident_id, o.key`;

type Due = { incident: string; key: string; at: Date };
/** What becomes of one that is due: it fires, said or not; or it is not due any more, at another moment or never. */
type Fate = {
  incident: string;
  key: string;
  at: Date;
  fires: boolean;
  said: boolean;
  moved: string | null;
  told?: readonly string[];
};

// Rows are taken in one order by all, and after the row of the progress: nobody waits for another in a circle. One that somebody else
// has fired, moved or taken away meanwhile ends the statement, and with it what would have been told.
const fireStatement = `with held as (select one from occasion_progress for share),
  given as (
    select * from json_to_recordset($1::json) as given (incident uuid, key text, at timestamptz, fires boolean, said boolean, moved timestamptz, told text[])
    where exists (select from held)
  ), mine as (
    select o.incident_id, o.key from occasion o join given g on g.incident = o.incident_id and g.key = o.key
    where o.at = g.at and o.fired_at is null order by o.incident_id, o.key for update of o
  ), changed as (
    update occasion o set fired_at = case when g.fires then $2::timestamptz end, said = case when g.fires then g.said end, at = coalesce(g.moved, o.at), told = coalesce(g.told, o.told)
    from mine join given g on g.incident = mine.incident_id and g.key = mine.key
    where o.incident_id = mine.incident_id and o.key = mine.key and (g.fires or g.moved is not null) returning 1
  ), gone as (
    delete from occasion o using mine join given g on g.incident = mine.incident_id and g.key = mine.key
    where o.incident_id = mine.incident_id and o.key = mine.key and not g.fires and g.moved is null returning 1
  ), told as (NOTICES returning 1)
  select expect_changes((select count(*) from changed) + (select count(*) from gone), $3::bigint), (select count(*) from told)`;

/** What becomes of the occasions of one incident that are due. Of several about the same the last is said. */
function fatesOf(due: readonly Due[], planned: ReadonlyMap<string, Occasion>, nowMs: number): Fate[] {
  const fates = due.map(({ incident, key, at }): Fate => {
    const now = planned.get(key);
    const fires = now !== undefined && Date.parse(now.at) <= nowMs;
    return { incident, key, at, fires, said: false, moved: fires ? null : (now?.at ?? null) };
  });
  const last = new Map<string | undefined, Fate>();
  for (const fate of fates.filter(({ fires }) => fires).toSorted((a, b) => Number(a.at) - Number(b.at)))
    last.set(planned.get(fate.key)?.about, fate);
  return fates.map((fate) => ({ ...fate, said: last.get(planned.get(fate.key)?.about) === fate }));
}

/** Keeps what became of them and what people are told, or nothing when somebody else was faster: then it is looked at again. */
async function saveFates(context: StoredContext, fates: readonly Fate[], notices: readonly NewNotice[]): Promise<true> {
  const { database, now } = context;
  const told = plainStatement(database, enqueueNotices(context, notices).statement);
  try {
    await database.query({
      text: fireStatement.replace('NOTICES', () => renumbered(told.text, 3)),
      values: [JSON.stringify(fates), now, fates.length, ...told.parameters],
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'HC409') throw error;
  }
  return true;
}

/**
 * Says what is due at `context.now`, and answers whether anything was: ask again until it was not. An incident is looked into once more
 * before anything is said about it, so that nobody is told of what does not hold any more.
 */
export async function fireDue(context: StoredContext): Promise<boolean> {
  const { database, now } = context;
  const due = (await database.query<Due>({ text: dueStatement, values: [now] })).rows;
  if (due.length === 0) return false;
  const follow = await followOf(context);
  const byIncident = Map.groupBy(due, ({ incident }) => incident);
  const incidents = await followedIncidents(context, [...byIncident.keys()]);
  const recipients = await recipientsOf(context, incidents);
  const nowMs = Date.parse(now);
  const [fates, notices]: [Fate[], NewNotice[]] = [[], []];
  for (const incident of incidents) {
    const planned = new Map(occasionsOf(incident.subject, follow).map((occasion) => [occasion.key, occasion]));
    const own = fatesOf(byIncident.get(incident.id) ?? [], planned, nowMs);
    fates.push(...own);
    for (const fate of own) {
      const occasion = fate.said ? planned.get(fate.key) : undefined;
      if (occasion === undefined) continue;
      const people = recipients(incident, occasion);
      const key = `occasion:${incident.id}:${occasion.key}`;
      fate.told = people.map(({ name }) => name);
      notices.push({ ...occasion.tell(nowMs), key, incidentId: incident.id, people: people.map(({ id }) => id) });
    }
  }
  return saveFates(context, fates, notices);
}
