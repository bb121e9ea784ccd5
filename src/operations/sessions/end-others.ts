import { sql } from 'kysely';
import { z } from 'zod';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { listSessions } from './list.ts';

const Input = z.strictObject({});
const Ended = z.object({ ended: z.number().int() });

export const endOtherSessions: StoredOperation<z.infer<typeof Input>, z.infer<typeof Ended>> = {
  name: 'session.end-others',
  sentence: 'End all of your sessions but the one that asks, wherever they are.',
  permission: 'self.change',
  effect: 'destructive',
  input: Input,
  output: Ended,
  route: { method: 'POST', path: '/sessions/end-others' },
  run: (context) =>
    retried(async () => {
      const { items } = await listSessions.run(context, {});
      const others = items.filter(({ current }) => !current).map(({ id }) => id);
      return save(context, {
        operation: 'session.end-others',
        subject: 'session',
        payload: { sessions: others.map((id) => id.slice(0, 16)) },
        changes: [
          {
            statement: sql`update session set revoked_at = ${context.now}::timestamptz
              where encode(hash, 'hex') = any (${others}) and person_id = ${context.actor.id}::uuid and revoked_at is null`,
            rows: others.length,
          },
        ],
        result: { ended: others.length },
      });
    }),
};
