import { makeDigests } from '../../operations/notice/make-digests.ts';
import { routeNotices } from '../../operations/notice/route.ts';
import { openSender } from '../../operations/notice/sender.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';
import { type Job, repeating } from '../repeating.ts';

/** Who tells people things: the process that numbers the ledger. `context` is that of this moment. */
export type NotifyingPlan = {
  leading: () => boolean;
  context: () => Promise<StoredContext>;
  log: Job['log'];
  everyMs?: number;
};

/** Has notices sent, about a second after they came. Gives what ends it, once what is being sent has ended. */
export function startNotifying({ leading, context, log, everyMs = 1000 }: NotifyingPlan): () => Promise<void> {
  const sender = openSender(context, log);
  const end = repeating({
    everyMs,
    leading,
    log,
    failed: 'notices could not be sent',
    work: async (goesOn) => {
      await makeDigests(await context());
      while (goesOn() && (await routeNotices(await context())) > 0);
      if (goesOn()) await sender.fill();
    },
  });
  return async () => {
    await end();
    await sender.stop();
  };
}
