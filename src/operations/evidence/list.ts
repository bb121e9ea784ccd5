import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Item, loadItems } from './item.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Those that were detached, too. */
  detached: z.stringbool().default(false),
});
type Input = z.infer<typeof Input>;
const Output = z.object({ items: z.array(Item) });

export const listEvidence: StoredOperation<Input, z.infer<typeof Output>> = {
  name: 'evidence.list',
  sentence: 'List the evidence of an incident, oldest first.',
  permission: 'evidence.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/evidence' },
  run: async (context, { incident: reference, detached }) => {
    const incident = await loadIncident(context, reference, 'evidence.see');
    const items = await loadItems(context, incident.id);
    return { items: items.filter(({ detachedAt }) => detached || detachedAt === null) };
  },
};
