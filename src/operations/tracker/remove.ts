import { sql } from 'kysely';
import { z } from 'zod';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadTracker } from './load.ts';

const Input = z.strictObject({ tracker: z.string().max(100) });
const Removed = z.object({ removed: z.literal(true) });

export const removeTracker: StoredOperation<z.infer<typeof Input>, z.infer<typeof Removed>> = {
  name: 'tracker.remove',
  sentence: 'End the work with a tracker and forget its token: nothing is kept in step any more, and its issues stay.',
  permission: 'tracker.change',
  effect: 'destructive',
  input: Input,
  output: Removed,
  route: { method: 'DELETE', path: '/trackers/{tracker}' },
  run: (context, { tracker: reference }) =>
    retried(async () => {
      const { id, name } = await loadTracker(context, reference);
      return save(context, {
        operation: 'tracker.remove',
        subject: `tracker/${id}`,
        payload: { name },
        changes: [
          {
            statement: sql`update tracker set removed_at = ${context.now}::timestamptz, secret = '{}', version = version + 1
              where id = ${id}::uuid and removed_at is null`,
          },
          {
            rows: 'any',
            statement: sql`update tracker_link set ended_at = ${context.now}::timestamptz, version = version + 1
              where tracker_id = ${id}::uuid and ended_at is null`,
          },
        ],
        result: { removed: true as const },
      });
    }),
};
