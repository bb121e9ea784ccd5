import { z } from 'zod';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadTracker } from '../tracker/load.ts';
import { insertLink, linkable } from './insert.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** The action: the id of its entry, or what the document calls it (`AI-001`). */
  id: z.string().min(1).max(100),
  /** Id or name of the tracker. */
  tracker: z.string().max(100),
});
const Sent = z.object({ link: z.string() });

export const sendToTracker: StoredOperation<z.infer<typeof Input>, z.infer<typeof Sent>> = {
  name: 'action.send-to-tracker',
  sentence: 'Have an issue made of an action and keep both in step; it is made as soon as the tracker answers.',
  permission: 'action.follow',
  effect: 'write',
  input: Input,
  output: Sent,
  route: { method: 'POST', path: '/incidents/{incident}/actions/{id}/send-to-tracker' },
  run: (context, { tracker: reference, ...action }) =>
    retried(async () => {
      const { incident, action: found } = await linkable(context, action);
      const tracker = await loadTracker(context, reference);
      const link = context.newId();
      return save(context, {
        operation: 'action.send-to-tracker',
        incidentId: incident.id,
        subject: `actions/${found.id}`,
        payload: { tracker: tracker.name, link },
        changes: [
          insertLink(context, { id: link, trackerId: tracker.id, incidentId: incident.id, actionId: found.id }),
        ],
        result: { link },
      });
    }),
};
