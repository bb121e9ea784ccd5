import { tick } from '../operations/occasion/tick.ts';
import type { StoredContext } from '../operations/stored-operation.ts';
import { type Job, repeating } from './repeating.ts';

/** Who ticks: the process that numbers the ledger; that another one does, too, does no harm. */
export type TickPlan = {
  leading: () => boolean;
  context: () => Promise<StoredContext>;
  log: Job['log'];
  everyMs?: number;
};

/** Has said what is due, some seconds later at most. Gives what ends it. */
export function startTicking({ leading, context, log, everyMs = 2000 }: TickPlan): () => Promise<void> {
  return repeating({
    everyMs,
    leading,
    log,
    failed: 'what is due could not be said',
    work: () => tick(context),
  });
}
