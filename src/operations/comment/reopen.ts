import { requirePermission } from '../access/require.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadThread } from './load.ts';
import { replaceQuote } from './replace.ts';
import { began, moveThread, requireSuggestion, Settled, ThreadInput } from './settle.ts';

export const reopenComment: StoredOperation<ThreadInput, Settled> = {
  name: 'comment.reopen',
  sentence: 'Open a settled comment again; a suggestion that was applied is taken back out of the text.',
  permission: 'comment.settle',
  effect: 'write',
  input: ThreadInput,
  output: Settled,
  route: { method: 'POST', path: '/incidents/{incident}/comments/{comment}/reopen' },
  run: async (context, { incident: reference, comment }) => {
    const incident = await loadIncident(context, reference, 'comment.settle');
    return retried(async () => {
      const thread = await loadThread(context, incident.id, comment);
      requirePermission(context, 'comment.settle', { own: began(thread, context.actor) });
      const result = { id: thread.id, state: 'open' as const };
      if (thread.state === 'open') return result;
      const moved = moveThread(context, thread, 'open');
      const decision = { operation: 'comment.reopen', incidentId: incident.id, result };
      if (thread.state !== 'applied')
        return save(context, {
          ...decision,
          subject: `comment/${thread.id}`,
          payload: { comment: thread.id },
          changes: [moved],
        });
      const editable = await loadIncident(context, incident.id, 'incident.edit');
      const quoted = thread.place?.quote?.text ?? '';
      const replaced = await replaceQuote(context, incident.id, thread, requireSuggestion(thread), quoted);
      const { change, subject, set, version } = replaced;
      return saveEdit(context, editable, {
        ...decision,
        subject,
        payload: { comment: thread.id, set, version },
        changes: [change, moved],
      });
    });
  },
};
