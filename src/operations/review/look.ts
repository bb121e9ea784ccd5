import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Facts } from './facts.ts';
import { findFacts } from './find-facts.ts';
import { loadReviews, requireRung, shownFacts } from './load.ts';
import { RungInput } from './rung.ts';

/** What a look back answers: as it was found when it was held, else as it is now. */
const Look = z.object({ rung: z.string(), kept: z.boolean(), facts: Facts });
export type Look = z.infer<typeof Look>;

export const lookBack: StoredOperation<z.infer<typeof RungInput>, Look> = {
  name: 'review.look',
  sentence:
    'Compute what a look back has to answer: similar incidents since, times before and after, actions, criteria, metrics.',
  permission: 'incident.see',
  effect: 'read',
  input: RungInput,
  output: Look,
  route: { method: 'GET', path: '/incidents/{incident}/looks-back/{rung}' },
  run: async (context, { incident: reference, rung }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const reviews = await loadReviews(context, incident);
    requireRung(reviews, rung);
    const kept = reviews.rows.get(rung)?.facts ?? undefined;
    const facts =
      kept === undefined
        ? await findFacts(context, incident, reviews.record, reviews.policy)
        : await shownFacts(context, kept);
    return { rung, kept: kept !== undefined, facts };
  },
};
