import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadOutgoing } from './row.ts';

const Input = z.strictObject({ notice: z.string().max(64) });
const Output = z.object({ id: z.string(), state: z.literal('dropped') });

const open = new Set(['waiting', 'failed', 'uncertain']);

export const dropNotice: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'notice.drop',
  sentence: 'Send something no more that waits, failed, or of which nobody knows whether it arrived.',
  permission: 'notice.change',
  effect: 'destructive',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/notices/{notice}/drop' },
  run: (context, { notice }) =>
    retried(async () => {
      const { id, state, told } = await loadOutgoing(context, notice);
      if (!open.has(state)) throw new HindcastError('notice.moving', { state });
      return save(context, {
        operation: 'notice.drop',
        subject: `notice/${id}`,
        payload: { to: told, before: state },
        changes: [
          {
            statement: sql`update outgoing set state = 'dropped', done_at = ${context.now}::timestamptz,
                problem = coalesce(problem, 'somebody dropped it') where id = ${id}::uuid and state = ${state}`,
          },
        ],
        result: { id, state: 'dropped' as const },
      });
    }),
};
