import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { retried } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadThread } from './load.ts';
import { replaceQuote } from './replace.ts';
import { moveThread, requireSuggestion, Settled, ThreadInput } from './settle.ts';

export const applyComment: StoredOperation<ThreadInput, Settled> = {
  name: 'comment.apply',
  sentence: 'Apply a suggestion: its words take the place of those it quotes, as an edit of yours.',
  permission: 'incident.edit',
  effect: 'write',
  input: ThreadInput,
  output: Settled,
  route: { method: 'POST', path: '/incidents/{incident}/comments/{comment}/apply' },
  run: (context, { incident: reference, comment }) =>
    retried(async () => {
      const incident = await loadIncident(context, reference, 'incident.edit');
      const thread = await loadThread(context, incident.id, comment);
      const wanted = requireSuggestion(thread);
      if (thread.state !== 'open') throw new HindcastError('comment.settled', { state: thread.state });
      const quoted = thread.place?.quote?.text ?? '';
      const { change, subject, set, version } = await replaceQuote(context, incident.id, thread, quoted, wanted);
      return saveEdit(context, incident, {
        operation: 'comment.apply',
        subject,
        payload: { comment: thread.id, set, version },
        changes: [change, moveThread(context, thread, 'applied')],
        result: { id: thread.id, state: 'applied' as const },
      });
    }),
};
