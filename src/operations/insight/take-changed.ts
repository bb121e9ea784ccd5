import { createHash } from 'node:crypto';
import { setImmediate as soon } from 'node:timers/promises';
import { defaultPolicy } from '../../record/policy.ts';
import { recordShape, type PostmortemRecord } from '../../record/record.ts';
import type { Database } from '../../store/database.ts';
import { followIncidents } from '../../store/ledger/changed-incidents.ts';
import type { Template } from '../../templates/index.ts';
import { actionsOfMany, partsOfMany } from '../home/parts.ts';
import { actionState } from '../../figures/action-state.ts';
import { takeFigures } from './taken.ts';

/** Incidents taken in one go: fifty long ones are some thirty megabytes. */
const most = 50;
/** A timeline longer than this is taken in part. */
const mostBytes = 600_000;

const parts = Object.keys(recordShape) as (keyof PostmortemRecord)[];

const columns =
  'at, template, severity, services, causes, detect, acknowledge, mitigate, resolve, written, budget, automation, costs, actions, verified';
const saveStatement = `insert into insight (incident_id, ${columns})
  select i.id, coalesce(g.at, i.created_at), i.template, g.severity, g.services, g.causes, g.detect, g.acknowledge, g.mitigate, g.resolve, g.written,
    g.budget, g.automation, g.costs, g.actions, g.verified
  from json_to_recordset($1::json) as g (id uuid, at timestamptz, severity text, services text[], causes text[], detect double precision,
    acknowledge double precision, mitigate double precision, resolve double precision, written double precision, budget double precision,
    automation double precision, costs json, actions integer, verified integer) join incident i on i.id = g.id
  on conflict (incident_id) do update set (${columns}) = (select ${columns
    .split(', ')
    .map((column) => `excluded.${column}`)
    .join(', ')})`;

// Also of what came after them: an import brings old ones late.
const repeatsStatement = `update insight i set repeats = exists (
    select 1 from insight o join incident_head h on h.incident_id = o.incident_id and h.open where o.services && i.services and o.causes && i.causes and o.at < i.at and o.at >= i.at - interval '90 days')
  where i.incident_id = any($1::uuid[]) or i.incident_id in (
    select n.incident_id from insight g join insight n on n.services && g.services and n.causes && g.causes
      and n.at > g.at and n.at <= g.at + interval '90 days' where g.incident_id = any($1::uuid[]))`;

/** With what figures are taken. */
export type Taking = { templates: readonly Template[]; now: string };

async function takeSome(database: Database, ids: string[], { templates, now }: Taking): Promise<void> {
  const [records, actions, { rows: heads }] = await Promise.all([
    partsOfMany(database, ids, parts, mostBytes),
    actionsOfMany(database, ids),
    database.query<{ id: string; template: string }>({
      text: 'select id, template from incident where id = any($1)',
      values: [ids],
    }),
  ]);
  const given: object[] = [];
  for (const { id, template } of heads) {
    const policy = templates.find(({ name }) => name === template)?.policy ?? defaultPolicy;
    // Actions go on after the document: what counts is how they stand today.
    const states = (actions.get(id) ?? []).map((action) => actionState(action, policy));
    const kept = states.filter((state) => state !== 'dropped');
    given.push({
      id,
      ...takeFigures(records.get(id) ?? {}, policy, now),
      actions: kept.length,
      verified: kept.filter((state) => state === 'verified').length,
    });
    // A long one takes some milliseconds, and others wait.
    await soon();
  }
  await database.query({ text: saveStatement, values: [JSON.stringify(given)] });
  await database.query({ text: repeatsStatement, values: [ids] });
}

/** Other templates define figures otherwise: everything is taken anew. */
async function beginAnew(database: Database, templates: readonly Template[]): Promise<void> {
  const basis = createHash('sha256')
    .update(JSON.stringify(templates.map(({ name, policy }) => [name, policy.figures, policy.severities, policy.slo])))
    .digest('hex');
  await database.query({ text: 'update insight_progress set seq = -1, basis = $1 where basis <> $1', values: [basis] });
}

/**
 * Takes the figures of incidents that the next entries of the ledger name, and answers whether it did anything: ask again until it did
 * not. Done twice at once it does the same twice.
 */
export async function takeChanged(database: Database, taking: Taking): Promise<boolean> {
  await beginAnew(database, taking.templates);
  return followIncidents(database, { progress: 'insight_progress', most }, (ids) => takeSome(database, ids, taking));
}
