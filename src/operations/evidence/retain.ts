import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Item, loadItem } from './item.ts';
import { Until } from './retain-until.ts';

const Input = z.strictObject({ incident: z.string(), evidence: z.string().max(64), until: Until });
type Input = z.infer<typeof Input>;

export const retainEvidence: StoredOperation<Input, Item> = {
  name: 'evidence.retain',
  sentence: 'Retain evidence for longer; a shorter time is for those who may end it.',
  permission: 'evidence.add',
  effect: 'write',
  input: Input,
  output: Item,
  route: { method: 'POST', path: '/incidents/{incident}/evidence/{evidence}/retain' },
  run: async (context, { incident: reference, evidence, until }) => {
    const incident = await loadIncident(context, reference, 'evidence.add');
    return retried(async () => {
      const item = await loadItem(context, incident.id, evidence);
      const { retainUntil: before, name, sha256 } = item;
      if (item.removedAt !== null) throw new HindcastError('evidence.not-found', { id: evidence });
      if (before !== null && before > until) throw new HindcastError('evidence.retained', { name, until: before });
      return save(context, {
        operation: 'evidence.retain',
        incidentId: incident.id,
        subject: `evidence/${item.id}`,
        payload: { sha256, before, until },
        changes: [
          {
            statement: sql`update incident_evidence set retain_until = ${until}::timestamptz
              where id = ${item.id}::uuid and retain_until is not distinct from ${before}::timestamptz`,
          },
          // A removal at this moment sees by the row's version that it has changed.
          { statement: sql`update evidence set type = type where sha256 = ${sha256} and removed_at is null` },
        ],
        result: { ...item, retainUntil: until },
      });
    });
  },
};
