import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadDelivery } from './load.ts';

const Input = z.strictObject({ delivery: z.string().max(20) });
const Queued = z.object({ id: z.string(), state: z.literal('waiting') });

export const readDeliveryAgain: StoredOperation<z.infer<typeof Input>, z.infer<typeof Queued>> = {
  name: 'delivery.read-again',
  sentence:
    'Have a stored delivery read once more, as after an update that knows more of its format; nothing is counted twice.',
  permission: 'hook.change',
  effect: 'write',
  input: Input,
  output: Queued,
  route: { method: 'POST', path: '/deliveries/{delivery}/read-again' },
  run: async (context, { delivery: reference }) => {
    const { id, state, bytes } = await loadDelivery(context, reference);
    if (state === 'refused') throw new HindcastError('delivery.refused', { id });
    return save(context, {
      operation: 'delivery.read-again',
      subject: `delivery/${id}`,
      payload: {},
      changes: [
        {
          rows: 'any',
          statement: sql`insert into delivery_waiting (delivery_id, bytes) values (${id}::bigint, ${bytes}::integer)
            on conflict do nothing`,
        },
      ],
      result: { id, state: 'waiting' as const },
    });
  },
};
