import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../store/database.ts';
import { readEntries } from '../../store/ledger/read-entries.ts';
import { type Feed, feedPage } from '../feed/feed.ts';

/** What rooms write themselves is nothing new to them. */
const own = 'prose.write';

/** Tells rooms what happens in the ledger: to an incident, or (without one) to who may do what. Lost notices only come later. */
export function watchLedger(
  feed: Feed,
  database: Database,
  noticed: (incidentId?: string) => void,
  log: { warn: (details: object, message: string) => void },
): { stop: () => void } {
  const stopped = new AbortController();
  const over = () => stopped.signal.aborted || feed.closed.aborted;
  const watch = async (): Promise<void> => {
    let after = await feed.start();
    let access = feed.access();
    while (!over()) {
      if (after >= feed.latest()) await feed.wait(5000);
      if (feed.access() !== access) noticed();
      access = feed.access();
      if (after >= feed.latest()) continue;
      const entries = feed.batchAfter(after) ?? (await readEntries(database, { after, ...feedPage })).entries;
      after = entries.at(-1)?.seq ?? feed.latest();
      const changed = entries.filter(({ operation, incidentId }) => operation !== own && incidentId !== null);
      for (const id of new Set(changed.map(({ incidentId }) => incidentId as string))) noticed(id);
    }
  };
  const keep = async (): Promise<void> => {
    while (!over()) {
      await watch().catch((error: unknown) => log.warn({ err: error }, 'rooms do not hear of changes; they try again'));
      await sleep(1000, undefined, { signal: stopped.signal }).catch(() => {});
    }
  };
  void keep();
  return { stop: () => stopped.abort() };
}
