import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadOutgoing } from './row.ts';

const Input = z.strictObject({ notice: z.string().max(64) });
const Output = z.object({ id: z.string(), state: z.literal('waiting') });

export const resendNotice: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'notice.resend',
  sentence: 'Send something again that was sent, failed, was dropped, or of which nobody knows whether it arrived.',
  permission: 'notice.change',
  effect: 'write',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/notices/{notice}/resend' },
  run: (context, { notice }) =>
    retried(async () => {
      const { id, state, told } = await loadOutgoing(context, notice);
      if (state === 'waiting' || state === 'sending') throw new HindcastError('notice.moving', { state });
      return save(context, {
        operation: 'notice.resend',
        subject: `notice/${id}`,
        payload: { to: told, before: state },
        changes: [
          {
            statement: sql`update outgoing set state = 'waiting', problem = null, done_at = null, attempts = 0,
                since = ${context.now}::timestamptz, next_at = ${context.now}::timestamptz
              where id = ${id}::uuid and state = ${state}`,
          },
        ],
        result: { id, state: 'waiting' as const },
      });
    }),
};
