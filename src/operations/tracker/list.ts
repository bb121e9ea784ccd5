import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { loadTrackers, shownTrackers, TrackerShown } from './load.ts';

const Input = z.strictObject({});
const Trackers = z.object({ items: z.array(TrackerShown) });

export const listTrackers: StoredOperation<z.infer<typeof Input>, z.infer<typeof Trackers>> = {
  name: 'tracker.list',
  sentence: 'List the trackers that actions are kept in step with, and how it goes with each; never their tokens.',
  permission: 'tracker.see',
  effect: 'read',
  input: Input,
  output: Trackers,
  route: { method: 'GET', path: '/trackers' },
  run: async (context) => ({ items: await shownTrackers(context, await loadTrackers(context)) }),
};
