import { type Planning, planReviews } from '../operations/review/plan-changed.ts';
import type { Database } from '../store/database.ts';
import { type Job, repeating } from './repeating.ts';

/** Who plans: the process that numbers the ledger. `planning` says how, at this moment. */
export type ReviewPlan = {
  leading: () => boolean;
  planning: () => Promise<Planning>;
  log: Job['log'];
  everyMs?: number;
};

/** Has the looks back of incidents that changed planned, about two seconds later. Gives what ends it. */
export function startPlanningReviews(
  database: Database,
  { leading, planning, log, everyMs = 2000 }: ReviewPlan,
): () => Promise<void> {
  return repeating({
    everyMs,
    leading,
    log,
    failed: 'looks back could not be planned',
    work: async (goesOn) => {
      const how = await planning();
      while (goesOn() && (await planReviews(database, how)));
    },
  });
}
