import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { CommentText, Made } from './add.ts';
import { loadThread } from './load.ts';
import { mentionsIn } from './mentions.ts';
import { insertComment } from './row.ts';
import { tellMentioned } from './tell-mentioned.ts';

const Input = z.strictObject({ incident: z.string(), comment: z.string().max(64), text: CommentText.min(1) });

export const replyToComment: StoredOperation<z.infer<typeof Input>, z.infer<typeof Made>> = {
  name: 'comment.reply',
  sentence: 'Reply to a comment, named by the first of its thread.',
  permission: 'comment.add',
  effect: 'write',
  input: Input,
  output: Made,
  route: { method: 'POST', path: '/incidents/{incident}/comments/{comment}/replies' },
  run: async (context, { incident: reference, comment, text }) => {
    const incident = await loadIncident(context, reference, 'comment.add');
    const thread = await loadThread(context, incident.id, comment);
    const id = context.newId();
    const mentions = await mentionsIn(context, text);
    const row = { id, thread: thread.id, place: null, text, replacement: null, mentions };
    return save(context, {
      operation: 'comment.reply',
      incidentId: incident.id,
      subject: `comment/${thread.id}`,
      payload: { reply: id, text, mentions },
      changes: [
        insertComment(context, incident.id, row),
        ...tellMentioned(context, { incidentId: incident.id, id, text, mentions }),
      ],
      result: { id },
    });
  },
};
