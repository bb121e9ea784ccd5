import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({ subscription: z.uuid() });
const Output = z.object({ removed: z.literal(true) });

export const removeSubscription: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'subscription.remove',
  sentence: 'End a subscription of the status page and forget its address.',
  permission: 'settings.change',
  effect: 'destructive',
  input: Input,
  output: Output,
  route: { method: 'DELETE', path: '/status/subscriptions/{subscription}' },
  run: (context, { subscription: id }) =>
    retried(async () => {
      const kept = await context.database.kysely
        .selectFrom('subscription')
        .select('way')
        .where('id', '=', id)
        .executeTakeFirst();
      if (kept === undefined) throw new HindcastError('subscription.none');
      return save(context, {
        operation: 'subscription.remove',
        subject: `subscription/${id}`,
        payload: { way: kept.way },
        changes: [{ statement: sql`delete from subscription where id = ${id}::uuid` }],
        result: { removed: true as const },
      });
    }),
};
