import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { type Decision, retried } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { placeBehind, placesIn } from './place-behind.ts';
import { insertPart, placeEntries } from './statements.ts';
import { unpack } from './unpack.ts';

/** An entry to be added, and the one it stands behind; empty for the first place. */
export type Behind = { key: string; id: string; value: unknown; after: string };

/**
 * Adds an entry at a place of its list.
 * @throws HindcastError `record.entry-not-found` when there is none to stand behind
 */
export async function addBehind<Output>(
  context: StoredContext,
  reference: string,
  { key, id, value, after }: Behind,
  told: Pick<Decision<Output>, 'operation' | 'subject' | 'payload' | 'result'>,
): Promise<Output> {
  return retried(async () => {
    const incident = await loadIncident(context, reference, 'incident.edit');
    const entries = await placesIn(context, incident.id, key);
    const { position, counted } = placeBehind(entries, { key, id }, after);
    const packed = counted.map((entry) => ({ key, id: entry.id }));
    await unpack(context, incident.id, packed);
    const added = { key, id, position, value, touched: {}, version: 1 };
    const changes = [insertPart(incident.id, added), ...placeEntries(incident.id, key, counted)];
    return saveEdit(context, incident, { ...told, changes });
  });
}
