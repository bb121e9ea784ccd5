import type { StoredContext } from '../operations/stored-operation.ts';
import { syncRound } from '../operations/tracker/sync/round.ts';
import { hasTrackers } from '../operations/tracker/sync/has-trackers.ts';
import { type Job, repeating } from './repeating.ts';

/** Who keeps trackers in step: the process that numbers the ledger. `context` is that of Hindcast itself at this moment. */
export type TrackingPlan = {
  leading: () => boolean;
  context: () => Promise<StoredContext>;
  log: Job['log'];
  everyMs?: number;
};

/** Has actions and issues kept in step, about two seconds after one of them changed. Gives what ends it. */
export function startTracking({ leading, context, log, everyMs = 2000 }: TrackingPlan): () => Promise<void> {
  let lookedAt: string | undefined;
  return repeating({
    everyMs,
    leading,
    log,
    failed: 'actions and issues could not be kept in step',
    work: async () => {
      const here = await context();
      const ledger = await hasTrackers(here);
      if (ledger === undefined) return;
      await syncRound(here, { look: ledger !== lookedAt });
      lookedAt = ledger;
    },
  });
}
