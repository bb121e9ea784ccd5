import { computeFigures } from '../../figures/index.ts';
import type { Policy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { compare, type Measured } from '../../reviews/compare.ts';
import { criteriaOf } from '../../reviews/criteria.ts';
import { endOf } from '../../reviews/end-of.ts';
import { metricsAgain } from '../../reviews/follow-up-metrics.ts';
import { alike } from '../../reviews/kin.ts';
import type { ActionStanding } from '../../reviews/standing.ts';
import type { IncidentRow } from '../incident/load.ts';
import { type Stated, stateOf } from '../action/states.ts';
import { searchTexts } from '../search/texts.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Facts } from './facts.ts';
import { causesOf, type Neighbour, neighboursOf } from './neighbours.ts';

const dayMs = 86_400_000;
/** A year before is compared with what came since: seasons and quiet months are in it. */
const beforeDays = 365;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

type ActionRow = Omit<ActionStanding, 'state' | 'overdue'> & Stated & { day: string };

const actionStatement = `select label, text, owner, due, due_day as day, horizon, priority, status, ticked
  from action_head where incident_id = $1 order by label, id`;

/** How the actions of an incident stand on a day, with what happened to them since the document was signed. */
async function standingOf({ database, now }: StoredContext, incidentId: string, policy: Policy) {
  const { rows } = await database.query<ActionRow>({ text: actionStatement, values: [incidentId] });
  const today = now.slice(0, 10);
  return rows.map((row, index): ActionStanding => {
    const { label, text, owner, due, day, horizon, priority } = row;
    const state = stateOf(row, policy);
    const overdue = state === 'open' && day < today;
    return { label: label === '' ? `#${index + 1}` : label, text, owner, due, horizon, priority, state, overdue };
  });
}

const timesOf = (neighbours: readonly Neighbour[], time: 'detectSeconds' | 'recoverSeconds'): Measured[] =>
  neighbours.map((one) => ({ key: one.key, seconds: one[time] }));

/** Computes what a look back at an incident has to answer, as of now. */
export async function findFacts(
  context: StoredContext,
  incident: IncidentRow,
  record: PostmortemRecord,
  policy: Policy,
): Promise<Facts> {
  const { now } = context;
  const key = `INC-${incident.number}`;
  const end = endOf(record);
  const { services } = searchTexts(record);
  const causes = causesOf(record);
  const endMs = end?.ms ?? Date.parse(incident.createdAt);
  const [from, to] = [dayOf(endMs - beforeDays * dayMs), now.slice(0, 10)];
  const around = await neighboursOf(context, { except: incident.id, services, from, to });
  // One of the same day counts as later when it ended later, else as earlier: before and after share none.
  const isLater = (one: Neighbour) => (one.endMs === undefined ? one.occurred > dayOf(endMs) : one.endMs > endMs);
  const after = end === undefined ? [] : around.filter(isLater);
  const before = around.filter((one) => !isLater(one));
  const similar = after.flatMap((one) => {
    const shared = alike({ key, services, causes }, one);
    return shared === undefined ? [] : [{ ...shared, title: one.title, occurred: one.occurred }];
  });
  const figures = computeFigures({ ...record, actions: [] }, policy, { now });
  const own = (name: string): Measured => {
    const figure = figures[name];
    return { key, seconds: figure?.status === 'known' ? figure.seconds : undefined };
  };
  const detect = compare([own('timeToDetect'), ...timesOf(before, 'detectSeconds')], timesOf(after, 'detectSeconds'));
  const recover = compare(
    [own('timeToResolve'), ...timesOf(before, 'recoverSeconds')],
    timesOf(after, 'recoverSeconds'),
  );
  const actions = await standingOf(context, incident.id, policy);
  const material = { actions, similar, detect, recover };
  return {
    at: now,
    since: end === undefined ? null : { at: new Date(end.ms).toISOString(), cite: end.cite },
    services,
    causes,
    similar,
    beforeDays,
    detect,
    recover,
    actions,
    criteria: criteriaOf(record, material),
    metrics: metricsAgain(record, material),
  };
}
