import type { FollowedAction, KeptReview, Subject } from '../../occasions/index.ts';
import { defaultPolicy, type Policy } from '../../record/policy.ts';
import type { Status, Visibility } from '../../store/tables.ts';
import { type Stated, stateOf } from '../action/states.ts';
import { clocksOf, commonGround } from '../clock/ground.ts';
import { marksAlone, marksOfMany } from '../clock/marks.ts';
import { milestonesOfMany, partsOfMany } from '../home/parts.ts';
import type { StoredContext } from '../stored-operation.ts';

/** An incident as it stands at this moment, and who is to see of it. */
export type Followed = {
  id: string;
  visibility: Visibility;
  createdBy: string;
  subject: Subject;
};

const parts = ['incident', 'document', 'meeting', 'reviews', 'roles', 'obligations'] as const;

const incidentStatement = `select id, template, status, visibility, created_by as "createdBy" from incident where id = any($1::uuid[])`;
const actionStatement = `select incident_id as incident, id, label, text, owner, due, horizon, status, ticked
  from action_head where incident_id = any($1::uuid[]) order by incident_id, id`;

const reviewStatement = `select incident_id as incident, rung, day::text as day, reason, held_at is not null as held
  from review where incident_id = any($1::uuid[])`;

type ReviewRow = KeptReview & { incident: string };
type IncidentRow = { id: string; template: string; status: Status; visibility: Visibility; createdBy: string };
type ActionRow = Omit<FollowedAction, 'open'> & Stated & { incident: string };

const followed = (row: ActionRow, policy: Policy): FollowedAction => {
  const { id, label, text, owner, due, horizon } = row;
  return { id, label, text, owner, due, horizon, open: stateOf(row, policy) === 'open' };
};

/** Some incidents as far as their occasions hang on them. */
export async function followedIncidents(
  context: Pick<StoredContext, 'config' | 'database' | 'templates' | 'now'>,
  ids: readonly string[],
): Promise<Followed[]> {
  const { database, templates, now } = context;
  const [incidents, actions, reviews, records, marked, common, marks] = await Promise.all([
    database.query<IncidentRow>({ text: incidentStatement, values: [ids] }),
    database.query<ActionRow>({ text: actionStatement, values: [ids] }),
    database.query<ReviewRow>({ text: reviewStatement, values: [ids] }),
    partsOfMany(database, ids, parts),
    milestonesOfMany(database, ids),
    commonGround(context),
    marksOfMany(database, ids),
  ]);
  const policies = new Map(templates.map(({ name, policy }) => [name, policy]));
  const byIncident = Map.groupBy(actions.rows, ({ incident }) => incident);
  const standing = async (id: string) => {
    const record = { ...records.get(id), timeline: marked.get(id)?.events ?? [] };
    return clocksOf(record, common, marksAlone(marks.get(id)), now);
  };
  const clocks = new Map(await Promise.all(ids.map(async (id) => [id, await standing(id)] as const)));
  const reviewsOf = Map.groupBy(reviews.rows, ({ incident }) => incident);
  return incidents.rows.map(({ id, template, status, visibility, createdBy }) => {
    const policy = policies.get(template) ?? defaultPolicy;
    return {
      id,
      visibility,
      createdBy,
      subject: {
        record: records.get(id) ?? {},
        milestones: marked.get(id)?.events ?? [],
        policy,
        written: status !== 'draft' && status !== 'inReview',
        actions: (byIncident.get(id) ?? []).map((row) => followed(row, policy)),
        clocks: clocks.get(id) ?? [],
        reviews: reviewsOf.get(id) ?? [],
      },
    };
  });
}
