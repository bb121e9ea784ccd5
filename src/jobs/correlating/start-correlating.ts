import { correlate, reconsider } from '../../operations/signal/correlate.ts';
import { retell } from '../../operations/signal/retell.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';
import { type Job, repeating } from '../repeating.ts';

/** Who correlates: the process that numbers the ledger. `context` is that of sources at this moment. */
export type CorrelatingPlan = {
  leading: () => boolean;
  context: () => Promise<StoredContext>;
  log: Job['log'];
  everyMs?: number;
};

/** Has rules decide about signals, about a second after they came. Gives what ends it. */
export function startCorrelating({ leading, context, log, everyMs = 1000 }: CorrelatingPlan): () => Promise<void> {
  let basis: string | undefined;
  return repeating({
    everyMs,
    leading,
    log,
    failed: 'rules could not decide about signals',
    work: async (goesOn) => {
      const here = await context();
      basis = await reconsider(here, basis);
      while (goesOn() && (await correlate(await context())) > 0);
      await retell(here);
    },
  });
}
