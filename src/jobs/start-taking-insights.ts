import { takeChanged, type Taking } from '../operations/insight/take-changed.ts';
import type { Database } from '../store/database.ts';
import { type Job, repeating } from './repeating.ts';

/** Who takes: the process that numbers the ledger. `taking` says with what, at this moment. */
export type InsightPlan = { leading: () => boolean; taking: () => Promise<Taking>; log: Job['log']; everyMs?: number };

/** Has the figures of incidents that changed taken for insights, about three seconds later. Gives what ends it. */
export function startTakingInsights(
  database: Database,
  { leading, taking, log, everyMs = 3000 }: InsightPlan,
): () => Promise<void> {
  return repeating({
    everyMs,
    leading,
    log,
    failed: 'figures could not be taken for insights',
    work: async (goesOn) => {
      const how = await taking();
      while (goesOn() && (await takeChanged(database, how)));
    },
  });
}
