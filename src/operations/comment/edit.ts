import { sql } from 'kysely';
import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { CommentText, Made, Replacement } from './add.ts';
import { loadComment } from './load.ts';
import { mentionsIn } from './mentions.ts';
import { idArray } from './row.ts';
import { tellMentioned } from './tell-mentioned.ts';

const Input = z.strictObject({
  incident: z.string(),
  comment: z.string().max(64),
  text: CommentText,
  /** Of a suggestion that is open: what it wants instead now. */
  replacement: Replacement.optional(),
});

export const editComment: StoredOperation<z.infer<typeof Input>, z.infer<typeof Made>> = {
  name: 'comment.edit',
  sentence: 'Change what you said in a comment or reply, or what you suggested as long as that is open.',
  permission: 'comment.edit',
  effect: 'write',
  input: Input,
  output: Made,
  route: { method: 'PATCH', path: '/incidents/{incident}/comments/{comment}' },
  run: async (context, { incident: reference, comment: id, text, replacement }) => {
    const incident = await loadIncident(context, reference, 'comment.edit');
    return retried(async () => {
      const { thread, comment } = await loadComment(context, incident.id, id);
      requirePermission(context, 'comment.edit', { own: comment.author.id === actorName(context.actor) });
      const suggested = comment.id === thread.id ? thread.replacement : null;
      if (replacement !== undefined && suggested === null) throw new HindcastError('comment.no-suggestion', { id });
      if (replacement !== undefined && thread.state !== 'open')
        throw new HindcastError('comment.settled', { state: thread.state });
      if (text === '' && suggested === null)
        throw new HindcastError('input.invalid', { operation: 'comment.edit', reason: 'text: says nothing' });
      const mentions = await mentionsIn(context, text);
      const next = replacement ?? suggested;
      return save(context, {
        operation: 'comment.edit',
        incidentId: incident.id,
        subject: `comment/${thread.id}`,
        payload: { comment: id, text, replacement: next, mentions },
        changes: [
          {
            statement: sql`update comment set text = ${text}, replacement = ${next}, mentions = ${idArray(mentions)}::uuid[], edited_at = ${context.now}::timestamptz
              where id = ${id}::uuid and removed_at is null and (${replacement === undefined} or state = 'open')`,
          },
          ...tellMentioned(context, { incidentId: incident.id, id, text, mentions }),
        ],
        result: { id },
      });
    });
  },
};
