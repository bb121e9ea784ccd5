import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadLinkOf } from './load.ts';

const Input = z.strictObject({ incident: z.string(), id: z.string().min(1).max(100) });
const Unlinked = z.object({ unlinked: z.literal(true) });

export const unlinkAction: StoredOperation<z.infer<typeof Input>, z.infer<typeof Unlinked>> = {
  name: 'action.unlink',
  sentence: 'Keep an action and its issue in step no longer; both stay as they are.',
  permission: 'action.follow',
  effect: 'write',
  input: Input,
  output: Unlinked,
  route: { method: 'POST', path: '/incidents/{incident}/actions/{id}/unlink' },
  run: (context, { incident: reference, id: actionId }) =>
    retried(async () => {
      const incident = await loadIncident(context, reference, 'action.follow');
      const { id, trackerName, issueKey } = await loadLinkOf(context, incident.id, actionId);
      return save(context, {
        operation: 'action.unlink',
        incidentId: incident.id,
        subject: `actions/${actionId}`,
        payload: { tracker: trackerName, issue: issueKey, link: id },
        changes: [
          {
            statement: sql`update tracker_link set ended_at = ${context.now}::timestamptz, version = version + 1
              where id = ${id}::uuid and ended_at is null`,
          },
        ],
        result: { unlinked: true as const },
      });
    }),
};
