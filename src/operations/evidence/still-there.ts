import { HindcastError } from '../errors.ts';
import type { IncidentRow } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import type { StoredContext } from '../stored-operation.ts';
import { detachChange } from './detach.ts';
import type { Item } from './item.ts';
import { fromStore } from './store-problem.ts';

/**
 * Looks whether the original that was just attached is still in the store. Only `evidence.remove` of the same bytes can have taken
 * it away between their arrival and the attachment, which waits for a removal under way; then the attachment is undone.
 * @throws HindcastError `evidence.interrupted`
 */
export async function requireStillThere(context: StoredContext, incident: IncidentRow, item: Item): Promise<void> {
  if (await fromStore(context.evidence.has(item.sha256))) return;
  const { key: _, ...without } = context;
  await saveEdit(without, incident, {
    operation: 'evidence.detach',
    subject: `evidence/${item.id}`,
    payload: { sha256: item.sha256, name: item.name, because: 'removed meanwhile' },
    changes: [detachChange(incident.id, item.id, context.now)],
    result: null,
  });
  throw new HindcastError('evidence.interrupted');
}
