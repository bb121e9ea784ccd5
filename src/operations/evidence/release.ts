import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Item, loadItem } from './item.ts';

const Input = z.strictObject({
  incident: z.string(),
  evidence: z.string().max(64),
  /** Why it need not be retained any more, for the ledger. */
  reason: z.string().trim().min(1).max(1000),
});
type Input = z.infer<typeof Input>;

export const releaseEvidence: StoredOperation<Input, Item> = {
  name: 'evidence.release',
  sentence: 'End the retention of evidence now, with the reason; its original stays as long as an incident has it.',
  permission: 'evidence.retain',
  effect: 'destructive',
  input: Input,
  output: Item,
  route: { method: 'POST', path: '/incidents/{incident}/evidence/{evidence}/release' },
  run: async (context, { incident: reference, evidence, reason }) => {
    const incident = await loadIncident(context, reference, 'evidence.retain');
    return retried(async () => {
      const item = await loadItem(context, incident.id, evidence);
      const { retainUntil: before } = item;
      return save(context, {
        operation: 'evidence.release',
        incidentId: incident.id,
        subject: `evidence/${item.id}`,
        payload: { sha256: item.sha256, before, reason },
        changes: [
          {
            statement: sql`update incident_evidence set retain_until = null
              where id = ${item.id}::uuid and retain_until is not distinct from ${before}::timestamptz`,
          },
        ],
        result: { ...item, retainUntil: null },
      });
    });
  },
};
