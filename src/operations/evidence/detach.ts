import { sql } from 'kysely';
import { z } from 'zod';
import type { Change } from '../../store/commit.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { stillOpen } from '../part/statements.ts';
import { retried } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Item, loadAttached } from './item.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Its id or its SHA-256. */
  evidence: z.string().max(64),
});
type Input = z.infer<typeof Input>;

/** Takes an attachment off its incident; changes nothing when somebody else did. */
export const detachChange = (incidentId: string, id: string, now: string): Change => ({
  statement: sql`update incident_evidence set detached_at = ${now}::timestamptz
    where id = ${id}::uuid and detached_at is null and ${stillOpen(incidentId)}`,
});

export const detachEvidence: StoredOperation<Input, Item> = {
  name: 'evidence.detach',
  sentence: 'Take evidence off an incident; the original stays as long as it is retained or another incident has it.',
  permission: 'evidence.add',
  effect: 'destructive',
  input: Input,
  output: Item,
  route: { method: 'DELETE', path: '/incidents/{incident}/evidence/{evidence}' },
  run: (context, { incident: reference, evidence }) =>
    retried(async () => {
      const incident = await loadIncident(context, reference, 'evidence.add');
      const item = await loadAttached(context, incident.id, evidence);
      return saveEdit(context, incident, {
        operation: 'evidence.detach',
        subject: `evidence/${item.id}`,
        payload: { sha256: item.sha256, name: item.name },
        changes: [detachChange(incident.id, item.id, context.now)],
        result: { ...item, detachedAt: context.now },
      });
    }),
};
