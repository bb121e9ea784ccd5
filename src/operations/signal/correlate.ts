import { decide, type Decision, type OpenIncident } from '../../correlation/index.ts';
import { say } from '../../record/said.ts';
import { callStored } from '../call-stored.ts';
import { HindcastError } from '../errors.ts';
import { createIncident } from '../incident/create.ts';
import { rulesOf } from '../rules/rules-text.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Correlated } from '../../correlation/index.ts';
import { undecided } from './correlated.ts';
import { joinSignals } from './join.ts';
import { openIncidents } from './open-incidents.ts';

/** Signals that are decided about at once. */
const atOnce = 500;

type Decided = { id: string; decision: Decision };

/** Notes what was decided about signals that nobody decided about meanwhile. */
async function note({ database, now }: StoredContext, decided: readonly Decided[]): Promise<void> {
  if (decided.length === 0) return;
  await database.query({
    text: `update signal set decided_at = coalesce(decided_at, $2::timestamptz), decision = given.decision
      from json_to_recordset($1::json) as given (id uuid, decision json)
      where signal.id = given.id and (signal.decided_at is null or signal.decision is null)`,
    values: [JSON.stringify(decided), now],
  });
}

/** The incident that a rule opens for a signal. The key makes a second process find the same one. */
async function open(
  context: StoredContext,
  signal: Correlated,
  decision: Decision & { act: 'open' },
): Promise<OpenIncident> {
  const { title, template, severity } = decision;
  const record = {
    incident: {
      ...(severity === undefined ? {} : { severity }),
      ...(signal.service === null ? {} : { services: signal.service }),
    },
  };
  const input = { title, record, ...(template === undefined ? {} : { template }) };
  const made = (await callStored(createIncident, input, { ...context, key: `rule:${signal.id}` })) as {
    id: string;
    key: string;
  };
  const { service, conditionKey, epochMs } = signal;
  return {
    id: made.id,
    key: made.key,
    services: service === null ? [] : [service],
    conditions: conditionKey === null ? [] : [conditionKey],
    fromMs: Math.min(epochMs, Date.parse(context.now)),
  };
}

/** Incidents that rules open within an hour: a rule that fits too much fills no list. */
const mostOpenedAnHour = 20;

/** How many incidents rules have opened within the last hour. */
async function openedLately({ database, now }: StoredContext): Promise<number> {
  const { rows } = await database.query<{ count: number }>({
    text: `select count(*)::integer as count from incident where created_by = 'source' and created_at > $1::timestamptz - interval '1 hour'`,
    values: [now],
  });
  return rows[0]?.count ?? 0;
}

const tooMany = ({ rule }: Decision): Decision => ({
  rule,
  act: 'leave',
  why: say`Rules opened ${mostOpenedAnHour} incidents within an hour, and open no more for now: a person looks first.`,
});

/** An incident that a rule could not open or join: the signal waits for a person, and says why. */
const failed = (decision: Decision, error: unknown): Decision => {
  if (!(error instanceof HindcastError)) throw error;
  return { rule: decision.rule, act: 'leave', why: { form: '{0}', values: { 0: error.message } } };
};

async function joinAll(context: StoredContext, joining: Map<string, Decided[]>): Promise<Decided[]> {
  const done: Decided[] = [];
  for (const [incident, decided] of joining)
    try {
      await callStored(joinSignals, { incident, signals: decided.map(({ id }) => id) }, context);
      done.push(...decided);
    } catch (error) {
      done.push(...decided.map(({ id, decision }) => ({ id, decision: failed(decision, error) })));
    }
  return done;
}

/** Applies the rules to signals that nobody has decided about, in the order of their times. Answers how many there were. */
export async function correlate(context: StoredContext): Promise<number> {
  const waiting = await undecided(context, atOnce);
  if (waiting.length === 0) return 0;
  const rules = rulesOf((await readSettings(context.database))['signals.rules']);
  const incidents = await openIncidents(context);
  const [noted, joining] = [[] as Decided[], new Map<string, Decided[]>()];
  let opened = await openedLately(context);
  for (const signal of waiting) {
    const { id } = signal;
    let decision = decide(signal, incidents, rules);
    let incident = decision.act === 'join' ? decision.incident : undefined;
    if (decision.act === 'open' && opened >= mostOpenedAnHour) decision = tooMany(decision);
    if (decision.act === 'open')
      try {
        const made = await open(context, signal, decision);
        opened += 1;
        incidents.unshift(made);
        incident = made.id;
      } catch (error) {
        decision = failed(decision, error);
      }
    if (incident === undefined) noted.push({ id, decision });
    else joining.set(incident, [...(joining.get(incident) ?? []), { id, decision }]);
    const joined = incidents.find((each) => each.id === incident);
    const { conditionKey } = signal;
    // What follows in this batch finds the alert there, as it would in the next.
    if (joined !== undefined && conditionKey !== null && !joined.conditions.includes(conditionKey))
      incidents[incidents.indexOf(joined)] = { ...joined, conditions: [...joined.conditions, conditionKey] };
  }
  await note(context, [...noted, ...(await joinAll(context, joining))]);
  return waiting.length;
}

/** For how long a signal that found no incident is asked about again when another one is open, or the rules are others. */
const againHours = 24;

const isLeft = `incident_id is null and decision->>'act' = 'leave' and last_at > $1::timestamptz - interval '${againHours} hours'`;

/** Has signals that wait for a person decided about once more; looks at nothing else when none does. Answers what the decisions rest on, to see when it is another. */
export async function reconsider(context: StoredContext, before: string | undefined): Promise<string | undefined> {
  const { rows } = await context.database.query<{ some: boolean }>({
    text: `select exists (select 1 from signal where ${isLeft}) as some`,
    values: [context.now],
  });
  if (rows[0]?.some !== true) return before;
  const settings = await readSettings(context.database);
  const incidents = await openIncidents(context);
  const basis = JSON.stringify([
    settings['signals.rules'],
    incidents.map(({ id, services, endMs }) => [id, services, endMs]),
  ]);
  if (basis === before) return basis;
  await context.database.query({
    text: `update signal set decided_at = null, decision = null where ${isLeft}`,
    values: [context.now],
  });
  return basis;
}
