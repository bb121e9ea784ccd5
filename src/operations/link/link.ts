import { z } from 'zod';
import { type Issue, trackerOf } from '../../outbound/trackers/index.ts';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { type KeptTracker, loadTracker, placeOf } from '../tracker/load.ts';
import { trackerFailure } from '../tracker/try.ts';
import { insertLink, linkable } from './insert.ts';

const Input = z.strictObject({
  incident: z.string(),
  id: z.string().min(1).max(100),
  tracker: z.string().max(100),
  /** Number or key of the issue, or its address. */
  issue: z.string().trim().min(1).max(1000),
});
const Linked = z.object({ link: z.string(), issue: z.string(), url: z.string() });

async function read(kept: KeptTracker, reference: string): Promise<Issue> {
  const tracker = trackerOf(kept.kind);
  const id = tracker.idOf(placeOf(kept), reference);
  if (id === undefined) throw new HindcastError('link.issue', { issue: reference, project: kept.project });
  try {
    return await tracker.read(placeOf(kept), id);
  } catch (error) {
    throw trackerFailure(error);
  }
}

async function requireFree({ database }: StoredContext, kept: KeptTracker, issue: Issue): Promise<void> {
  const text = `select 1 from tracker_link where tracker_id = $1 and issue_id = $2 and ended_at is null`;
  const { count } = await database.query({ text, values: [kept.id, issue.id] });
  if (count > 0) throw new HindcastError('link.taken', { issue: issue.key });
}

export const linkAction: StoredOperation<z.infer<typeof Input>, z.infer<typeof Linked>> = {
  name: 'action.link',
  sentence: 'Keep an action in step with an issue that is there already.',
  permission: 'action.follow',
  effect: 'write',
  input: Input,
  output: Linked,
  route: { method: 'POST', path: '/incidents/{incident}/actions/{id}/link' },
  run: async (context, { tracker: reference, issue: named, ...action }) => {
    await linkable(context, action);
    const tracker = await loadTracker(context, reference);
    const issue = await read(tracker, named);
    return retried(async () => {
      const { incident, action: found } = await linkable(context, action);
      await requireFree(context, tracker, issue);
      const link = context.newId();
      const { key, url } = issue;
      return save(context, {
        operation: 'action.link',
        incidentId: incident.id,
        subject: `actions/${found.id}`,
        payload: { tracker: tracker.name, link, issue: key },
        changes: [
          insertLink(context, { id: link, trackerId: tracker.id, incidentId: incident.id, actionId: found.id }, issue),
        ],
        result: { link, issue: key, url },
      });
    });
  },
};
