import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadReviews } from './load.ts';
import { ShownRung, shownRungs } from './rung.ts';

const Input = z.strictObject({ incident: z.string() });
const Ladder = z.object({ items: z.array(ShownRung) });
export type Ladder = z.infer<typeof Ladder>;

export const showReviews: StoredOperation<z.infer<typeof Input>, Ladder> = {
  name: 'review.show',
  sentence: 'Show the looks back at an incident: the ladder of its template, what was moved, and what was held.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Ladder,
  route: { method: 'GET', path: '/incidents/{incident}/looks-back' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    return { items: await shownRungs(context, await loadReviews(context, incident)) };
  },
};
