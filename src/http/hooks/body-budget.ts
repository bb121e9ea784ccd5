import { HindcastError } from '../../operations/errors.ts';

/** Bytes of bodies that may be held in memory. */
export type BodyBudget = {
  /** @throws HindcastError `hook.busy` when there is no room for so many more */
  take: (bytes: number) => void;
  give: (bytes: number) => void;
};

const againAfterSeconds = 5;

/**
 * Bounds what deliveries hold in memory: beyond it, senders are asked to come again. A budget within another one takes from both, so
 * that one hook cannot hold what all others need.
 */
export function bodyBudget(mostBytes: number, within?: BodyBudget): BodyBudget {
  let held = 0;
  return {
    take: (bytes) => {
      if (held + bytes > mostBytes)
        throw new HindcastError(
          'hook.busy',
          { seconds: String(againAfterSeconds) },
          { data: { retryAfterSeconds: againAfterSeconds } },
        );
      within?.take(bytes);
      held += bytes;
    },
    give: (bytes) => {
      held -= bytes;
      within?.give(bytes);
    },
  };
}
