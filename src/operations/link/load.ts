import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import type { Permission } from '../access/permissions.ts';
import type { StoredContext } from '../stored-operation.ts';

const Values = z.object({
  title: z.string(),
  state: z.enum(['open', 'done', 'dropped']),
  due: z.string().nullable().optional(),
  owner: z.string().nullable().optional(),
});
const Pair = z.tuple([z.string().nullable(), z.string().nullable()]);

/** An action and its issue, as answers show them. */
export const LinkShown = z.object({
  id: z.string(),
  tracker: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
  incident: z.string(),
  action: z.object({ id: z.string(), label: z.string(), text: z.string() }),
  /** What people call the issue, and where it is; empty until it is made. */
  issue: z.string(),
  url: z.string(),
  /** What the issue says, as it was last told. */
  values: Values.nullable(),
  /** What both sides say of the fields on which they differ. */
  conflicts: z.array(z.object({ field: z.string(), ours: z.string().nullable(), theirs: z.string().nullable() })),
  /** waiting: to be made or looked at; uncertain: whether it was made is asked; failed: not tried again by itself; inStep. */
  state: z.enum(['waiting', 'uncertain', 'conflict', 'failed', 'inStep']),
  problem: z.string().nullable(),
  version: z.number().int(),
});
export type LinkShown = z.infer<typeof LinkShown>;

/** The columns of a row, from `tracker_link l`, `tracker t`, `action_head h` and `incident i`. */
export const linkRow = `l.id, t.id as "trackerId", t.name as "trackerName", t.kind, i.id as "incidentId", i.number, l.action_id as "actionId",
  coalesce(h.label, '') as label, coalesce(h.text, '') as text, l.issue_id as "issueId", l.issue_key as "issueKey", l.issue_url as url,
  l.theirs, l.conflicts, l.due_at as "dueAt", l.doubt_at as "doubtAt", l.problem, l.version, l.created_at as "createdAt"`;

/** Where those columns come from. */
export const linkFrom = `tracker_link l join tracker t on t.id = l.tracker_id join incident i on i.id = l.incident_id
  join incident_head ih on ih.incident_id = i.id left join action_head h on h.incident_id = l.incident_id and h.id = l.action_id`;

export type LinkRow = {
  id: string;
  trackerId: string;
  trackerName: string;
  kind: string;
  incidentId: string;
  number: string;
  actionId: string;
  label: string;
  text: string;
  issueId: string;
  issueKey: string;
  url: string;
  theirs: { values: z.infer<typeof Values> } | null;
  conflicts: Record<string, z.infer<typeof Pair>>;
  dueAt: Date | null;
  doubtAt: Date | null;
  problem: string | null;
  version: number;
  createdAt: Date;
};

function stateOf({ issueId, conflicts, dueAt, doubtAt, problem }: LinkRow): LinkShown['state'] {
  if (doubtAt !== null) return 'uncertain';
  if (problem !== null && dueAt === null) return 'failed';
  if (issueId === '' || dueAt !== null) return 'waiting';
  return Object.keys(conflicts).length > 0 ? 'conflict' : 'inStep';
}

/** A row as it is shown. */
export const shownLink = (row: LinkRow): LinkShown => ({
  id: row.id,
  tracker: { id: row.trackerId, name: row.trackerName, kind: row.kind },
  incident: `INC-${row.number}`,
  action: { id: row.actionId, label: row.label, text: row.text },
  issue: row.issueKey,
  url: row.url,
  values: row.theirs?.values ?? null,
  conflicts: Object.entries(row.conflicts).map(([field, [ours, theirs]]) => ({ field, ours, theirs })),
  state: stateOf(row),
  problem: row.problem,
  version: row.version,
});

/** A link of an incident by its id, for somebody who wants to do something with it. @throws HindcastError `link.not-found` */
export async function loadLink(
  context: StoredContext,
  reference: { incident: string; link: string },
  permission: Permission,
): Promise<LinkRow> {
  const incident = await loadIncident(context, reference.incident, permission);
  const text = `select ${linkRow} from ${linkFrom} where l.id = $1 and l.incident_id = $2 and l.ended_at is null`;
  const isId = z.guid().safeParse(reference.link).success;
  const values = [reference.link, incident.id];
  const [row] = isId ? (await context.database.query<LinkRow>({ text, values })).rows : [];
  if (row === undefined) throw new HindcastError('link.not-found');
  return row;
}

/** The link of an action. @throws HindcastError `link.not-found` */
export async function loadLinkOf(context: StoredContext, incidentId: string, actionId: string): Promise<LinkRow> {
  const text = `select ${linkRow} from ${linkFrom} where l.incident_id = $1 and l.action_id = $2 and l.ended_at is null`;
  const { rows } = await context.database.query<LinkRow>({ text, values: [incidentId, actionId] });
  const [row] = rows;
  if (row === undefined) throw new HindcastError('link.not-found');
  return row;
}
