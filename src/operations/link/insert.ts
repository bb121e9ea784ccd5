import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext } from '../stored-operation.ts';

/** The action that a link is to be for, and its incident. @throws HindcastError `record.entry-not-found`, `link.taken` */
export async function linkable(context: StoredContext, reference: { incident: string; id: string }) {
  const incident = await loadIncident(context, reference.incident, 'action.follow');
  const text = `select h.id, h.label, h.text, l.issue_key as taken from action_head h
    left join tracker_link l on l.incident_id = h.incident_id and l.action_id = h.id and l.ended_at is null
    where h.incident_id = $1 and (h.id = $2 or upper(h.label) = upper($2)) order by h.id = $2 desc, h.id limit 1`;
  const { rows } = await context.database.query<{ id: string; label: string; text: string; taken: string | null }>({
    text,
    values: [incident.id, reference.id],
  });
  const [action] = rows;
  if (action === undefined) throw new HindcastError('record.entry-not-found', { key: 'actions', id: reference.id });
  if (action.taken !== null)
    throw new HindcastError('link.taken', {
      issue: action.taken === '' ? action.label || 'this action' : action.taken,
    });
  return { incident, action };
}

/** The issue of a link, when there is one already. */
export type KnownIssue = { id: string; key: string; url: string };

/** Inserts a link, to be looked at at once. */
export const insertLink = (
  { actor, now }: StoredContext,
  { id, trackerId, incidentId, actionId }: { id: string; trackerId: string; incidentId: string; actionId: string },
  issue: KnownIssue = { id: '', key: '', url: '' },
): Change => ({
  statement: sql`insert into tracker_link (id, tracker_id, incident_id, action_id, issue_id, issue_key, issue_url, due_at, created_at, created_by)
    values (${id}::uuid, ${trackerId}::uuid, ${incidentId}::uuid, ${actionId}, ${issue.id}, ${issue.key}, ${issue.url},
      ${now}::timestamptz, ${now}::timestamptz, ${actorName(actor)})`,
});
