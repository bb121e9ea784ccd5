import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { Delivery, deliveryOf, deliveryQuery, deliveryStates } from './load.ts';

const Input = z.strictObject({
  /** Of one hook alone. */
  hook: z.guid().optional(),
  state: z.enum(deliveryStates).optional(),
  /** The last id of the page before. */
  before: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const Page = z.object({ items: z.array(Delivery), next: z.string().optional() });

export const listDeliveries: StoredOperation<z.infer<typeof Input>, z.infer<typeof Page>> = {
  name: 'delivery.list',
  sentence: 'List what was delivered, newest first: what was read, what could not be, and what was refused and why.',
  permission: 'hook.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/deliveries' },
  run: async ({ database }, { hook, state, before, limit }) => {
    let query = deliveryQuery(database)
      .orderBy('delivery.id', 'desc')
      .limit(limit + 1);
    if (hook !== undefined) query = query.where('delivery.hook_id', '=', hook);
    if (before !== undefined) query = query.where('delivery.id', '<', before);
    if (state === 'refused') query = query.where('delivery.refused', 'is not', null);
    if (state === 'read')
      query = query.where('reading.delivery_id', 'is not', null).where('reading.reason', 'is', null);
    if (state === 'unread') query = query.where('reading.reason', 'is not', null);
    if (state === 'waiting') query = query.where('waiting.delivery_id', 'is not', null);
    const rows = await query.execute();
    const items = rows.slice(0, limit).map(deliveryOf);
    const last = items.at(-1);
    return rows.length > limit && last !== undefined ? { items, next: last.id } : { items };
  },
};
