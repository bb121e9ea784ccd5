import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../operations/errors.ts';

/** Work that is done again and again by the process that numbers the ledger. `failed` tells the log what could not be done. */
export type Job = {
  everyMs: number;
  leading: () => boolean;
  log: Record<'warn', (details: object, message: string) => void>;
  failed: string;
  /** One round. `goesOn` says whether there is still time for more of the same. */
  work: (goesOn: () => boolean) => Promise<unknown>;
};

/** Begins a job: a round each `everyMs` after the last one ended, failed or not. Gives what ends it, once its round has ended. */
export function repeating({ everyMs, leading, log, failed, work }: Job): () => Promise<void> {
  const stopped = new AbortController();
  const { signal } = stopped;
  const goesOn = () => !signal.aborted && leading();
  const running = (async () => {
    while (!signal.aborted) {
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
      try {
        if (goesOn()) await work(goesOn);
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, `${failed}; it is tried again`);
      }
    }
  })();
  return async () => {
    stopped.abort();
    await running;
  };
}
