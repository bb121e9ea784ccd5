import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({});
const Item = z.object({
  id: z.string(),
  way: z.enum(['email', 'webhook']),
  address: z.string(),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
});
const Output = z.object({ items: z.array(Item), total: z.number().int() });
export type Subscriptions = z.infer<typeof Output>;

/** Subscriptions that are listed; how many there are is told beside it. */
const most = 500;

export const listSubscriptions: StoredOperation<z.infer<typeof Input>, Subscriptions> = {
  name: 'subscription.list',
  sentence: 'List who hears of updates of the status page, by e-mail or webhook.',
  permission: 'settings.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/status/subscriptions' },
  run: async ({ database }) => {
    const rows = await database.kysely
      .selectFrom('subscription')
      .select(['id', 'way', 'address', 'created_at', 'confirmed_at'])
      .select(({ fn }) => fn.countAll().over().as('total'))
      .orderBy('created_at', 'desc')
      .limit(most)
      .execute();
    const items = rows.map(({ id, way, address, created_at: at, confirmed_at: confirmed }) =>
      Item.parse({ id, way, address, createdAt: at.toISOString(), confirmedAt: confirmed?.toISOString() ?? null }),
    );
    return { items, total: Number(rows[0]?.total ?? 0) };
  },
};
