import { sql } from 'kysely';
import { z } from 'zod';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadTracker } from './load.ts';

const Input = z.strictObject({ tracker: z.string().max(100) });
const Asked = z.object({ asked: z.literal(true) });

export const syncTracker: StoredOperation<z.infer<typeof Input>, z.infer<typeof Asked>> = {
  name: 'tracker.sync',
  sentence: 'Have a tracker asked now, without waiting, and have what could not be kept in step tried again.',
  permission: 'tracker.change',
  effect: 'write',
  input: Input,
  output: Asked,
  route: { method: 'POST', path: '/trackers/{tracker}/sync' },
  run: async (context, { tracker: reference }) => {
    const { id } = await loadTracker(context, reference);
    return save(context, {
      operation: 'tracker.sync',
      subject: `tracker/${id}`,
      payload: {},
      changes: [
        {
          statement: sql`update tracker_health set rest_until = null, failures = 0, asked_at = null, etag = null
            where tracker_id = ${id}::uuid`,
        },
        {
          rows: 'any',
          statement: sql`update tracker_link set due_at = ${context.now}::timestamptz, attempts = 0, version = version + 1
            where tracker_id = ${id}::uuid and ended_at is null and problem is not null`,
        },
      ],
      result: { asked: true as const },
    });
  },
};
