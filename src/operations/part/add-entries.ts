import { may } from '../access/permissions.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { type Decision, retried, saveUnseen } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { requireRoom } from './require-room.ts';
import { type Arrival, insertEntries } from './statements.ts';

/** What the ledger says of entries that come, and what is answered. */
type Told<Output> = Pick<Decision<Output>, 'operation' | 'subject' | 'payload' | 'result'>;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Adds entries to a list of an incident. For most incidents that is one statement, which looks at the incident itself; one that is
 * restricted, approved or archived, or named by its number, is loaded first.
 */
export async function addEntries<Output>(
  context: StoredContext,
  reference: string,
  arrival: Arrival,
  told: Told<Output>,
): Promise<Output> {
  if (uuid.test(reference) && may(context.actor, 'incident.edit')) {
    const changes = [insertEntries(reference, arrival, { whenPlain: true })];
    const quick = await saveUnseen(context, { ...told, incidentId: reference.toLowerCase(), changes });
    if (quick !== undefined) return quick;
  }
  return retried(async () => {
    const incident = await loadIncident(context, reference, 'incident.edit');
    if (arrival.texts.length > 1) await requireRoom(context, incident.id, arrival.key, arrival.texts.length);
    return saveEdit(context, incident, { ...told, changes: [insertEntries(incident.id, arrival)] });
  });
}
