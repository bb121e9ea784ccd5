import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({ url: z.url({ protocol: /^https$/ }).max(1000) });
const Output = z.object({
  id: z.string(),
  /** What its requests are signed with; in no repeated answer. */
  secret: z.string().optional(),
});

export const addSubscription: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'subscription.add',
  sentence: 'Have updates of the status page sent to an address as signed requests; the secret is shown once.',
  permission: 'settings.change',
  effect: 'write',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/status/subscriptions' },
  run: (context, { url }) =>
    retried(async () => {
      const taken = await context.database.kysely
        .selectFrom('subscription')
        .select('id')
        .where('way', '=', 'webhook')
        .where(sql`lower(address)`, '=', url.toLowerCase())
        .executeTakeFirst();
      if (taken !== undefined) throw new HindcastError('subscription.taken');
      const id = context.newId();
      const secret = `whsec_${Buffer.from(context.random(24)).toString('base64')}`;
      const kept = await save(context, {
        operation: 'subscription.add',
        subject: `subscription/${id}`,
        payload: { host: new URL(url).host },
        changes: [
          {
            statement: sql`insert into subscription (id, way, address, secret, created_at, confirmed_at)
              values (${id}::uuid, 'webhook', ${url}, ${secret}, ${context.now}::timestamptz, ${context.now}::timestamptz)`,
          },
        ],
        result: { id },
      });
      return kept.id === id ? { ...kept, secret } : kept;
    }),
};
