import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../../operations/errors.ts';
import { keepUpSearch } from '../../operations/search/held-search.ts';
import { indexChanged } from '../../operations/search/index-changed.ts';
import type { Taxonomy } from '../../search/index.ts';
import type { Database } from '../../store/database.ts';

type Log = Record<'warn', (details: object, message: string) => void>;

/** Who indexes: the process that numbers the ledger. */
export type IndexPlan = { leading: () => boolean; log: Log; taxonomy: Taxonomy | undefined; everyMs?: number };

/** Has what changed found by its words, about a second later. Gives what ends it. */
export function startIndexing(
  database: Database,
  { leading, log, taxonomy, everyMs = 1000 }: IndexPlan,
): () => Promise<void> {
  const stopped = new AbortController();
  const { signal } = stopped;
  const running = (async () => {
    while (!signal.aborted) {
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
      try {
        while (!signal.aborted && leading() && (await indexChanged(database)));
        // Whoever searches next has less to wait for.
        if (!signal.aborted) await keepUpSearch(database, taxonomy);
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'the search could not take up what changed; it tries again');
      }
    }
  })();
  return async () => {
    stopped.abort();
    await running;
  };
}
