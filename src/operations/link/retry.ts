import { sql } from 'kysely';
import { z } from 'zod';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadLink } from './load.ts';

const Input = z.strictObject({ incident: z.string(), link: z.string().max(64) });
const Tried = z.object({ retried: z.literal(true) });

export const retryLink: StoredOperation<z.infer<typeof Input>, z.infer<typeof Tried>> = {
  name: 'link.retry',
  sentence: 'Try again to bring an action and its issue in step.',
  permission: 'action.follow',
  effect: 'write',
  input: Input,
  output: Tried,
  route: { method: 'POST', path: '/incidents/{incident}/links/{link}/retry' },
  run: async (context, { incident, link: id }) => {
    const link = await loadLink(context, { incident, link: id }, 'action.follow');
    return save(context, {
      operation: 'link.retry',
      incidentId: link.incidentId,
      subject: `actions/${link.actionId}`,
      payload: { issue: link.issueKey },
      changes: [
        {
          statement: sql`update tracker_link set due_at = ${context.now}::timestamptz, attempts = 0, version = version + 1
            where id = ${id}::uuid and ended_at is null`,
        },
      ],
      result: { retried: true as const },
    });
  },
};
