import type { Actor } from '../../operations/access/actor.ts';
import { may } from '../../operations/access/permissions.ts';
import { loadIncident } from '../../operations/incident/load.ts';
import type { Database } from '../../store/database.ts';
import type { Status } from '../../store/tables.ts';
import type { Barrier } from '../protocol.ts';

/** What somebody may do in a room: read it, and write where there is no barrier. */
export type Standing = { incidentId: string; barrier?: Barrier };

/** In these a text stands as it was approved: it is written again after the document was given back or put in review. */
const frozen: readonly Status[] = ['approved', 'published', 'archived'];

/**
 * Where somebody stands towards an incident, asked like any edit of it.
 * @throws HindcastError `incident.not-found` when there is none or they may not see it
 */
export async function standingOf(database: Database, actor: Actor, incident: string): Promise<Standing> {
  const row = await loadIncident({ actor, database }, incident, 'incident.see');
  if (frozen.includes(row.status)) return { incidentId: row.id, barrier: 'frozen' };
  // One look decides both: between two, somebody else may freeze it. Who sees a restricted one is its member, or above.
  const subject = { status: row.status, visibility: row.visibility, member: true };
  return may(actor, 'incident.edit', subject) ? { incidentId: row.id } : { incidentId: row.id, barrier: 'viewer' };
}
