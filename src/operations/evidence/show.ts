import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Item, loadItem } from './item.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Its id or its SHA-256. */
  evidence: z.string().max(64),
});

export const showEvidence: StoredOperation<z.infer<typeof Input>, Item> = {
  name: 'evidence.show',
  sentence:
    'Show what is known of a piece of evidence: its hash, size and type, who added it, how long it is retained.',
  permission: 'evidence.see',
  effect: 'read',
  input: Input,
  output: Item,
  route: { method: 'GET', path: '/incidents/{incident}/evidence/{evidence}' },
  run: async (context, { incident: reference, evidence }) => {
    const incident = await loadIncident(context, reference, 'evidence.see');
    return loadItem(context, incident.id, evidence);
  },
};
