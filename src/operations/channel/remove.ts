import { sql } from 'kysely';
import { z } from 'zod';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadChannel } from './load.ts';

const Input = z.strictObject({ channel: z.string().max(64) });
const Removed = z.object({ removed: z.literal(true) });

export const removeChannel: StoredOperation<z.infer<typeof Input>, z.infer<typeof Removed>> = {
  name: 'channel.remove',
  sentence: 'Remove a channel: nothing more goes there. What was sent stays in the outbox.',
  permission: 'channel.change',
  effect: 'destructive',
  input: Input,
  output: Removed,
  route: { method: 'DELETE', path: '/channels/{channel}' },
  run: (context, { channel: reference }) =>
    retried(async () => {
      const { id, name } = await loadChannel(context, reference);
      return save(context, {
        operation: 'channel.remove',
        subject: `channel/${id}`,
        payload: { name },
        changes: [
          {
            // Its secret is of no use any more.
            statement: sql`update channel set removed_at = ${context.now}::timestamptz, secret = '{}', version = version + 1
              where id = ${id}::uuid and removed_at is null`,
          },
        ],
        result: { removed: true as const },
      });
    }),
};
