import { sql } from 'kysely';
import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { requirePermission } from '../access/require.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Made } from './add.ts';
import { loadComment } from './load.ts';

const Input = z.strictObject({ incident: z.string(), comment: z.string().max(64) });

export const removeComment: StoredOperation<z.infer<typeof Input>, z.infer<typeof Made>> = {
  name: 'comment.remove',
  sentence:
    'Remove a comment or reply of yours, or of anybody as an admin; what others replied stays, as does the ledger.',
  permission: 'comment.remove',
  effect: 'destructive',
  input: Input,
  output: Made,
  route: { method: 'DELETE', path: '/incidents/{incident}/comments/{comment}' },
  run: async (context, { incident: reference, comment: id }) => {
    const incident = await loadIncident(context, reference, 'comment.remove');
    return retried(async () => {
      const { thread, comment } = await loadComment(context, incident.id, id);
      requirePermission(context, 'comment.remove', { own: comment.author.id === actorName(context.actor) });
      return save(context, {
        operation: 'comment.remove',
        incidentId: incident.id,
        subject: `comment/${thread.id}`,
        payload: { comment: id },
        changes: [
          {
            statement: sql`update comment set text = '', replacement = null, mentions = '{}', removed_at = ${context.now}::timestamptz
              where id = ${id}::uuid and removed_at is null`,
          },
        ],
        result: { id },
      });
    });
  },
};
