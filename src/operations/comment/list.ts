import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadThreads } from './load.ts';
import { Thread } from './thread.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Open threads alone, or those that were resolved, applied or declined. */
  state: z.enum(['open', 'settled', 'all']).default('all'),
});
const Output = z.object({ items: z.array(Thread) });

export const listComments: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'comment.list',
  sentence:
    'List the comments on an incident by thread, oldest first: of what each speaks, its replies and how it stands.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/comments' },
  run: async (context, { incident: reference, state }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const threads = await loadThreads(context, incident.id);
    return { items: threads.filter((one) => state === 'all' || (one.state === 'open') === (state === 'open')) };
  },
};
