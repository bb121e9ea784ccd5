import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../store/database.ts';
import { listen, type Listening } from '../../store/ledger/listen.ts';
import { highestSeq, type KeptEntry, readEntries } from '../../store/ledger/read-entries.ts';

/** The live feed of one process: one listening connection and one reading of each batch, whatever the number of streams. */
export type Feed = {
  /** The highest number known, after a look where it is below `atLeast`; starts to listen when nobody did. */
  start: (atLeast?: number) => Promise<number>;
  /** The highest number known. */
  latest: () => number;
  /** Grows whenever sessions, tokens or people changed: streams then ask again who is there. */
  access: () => number;
  /** The entries behind `after`: from the last batch, when it continues there. */
  batchAfter: (after: number) => KeptEntry[] | undefined;
  /** Until the next batch, or so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  /** Aborted when the feed is closed: streams end. */
  closed: AbortSignal;
  close: () => Promise<void>;
};

/** A notice can be lost with its connection: the table is looked at this often anyway. */
const lookEveryMs = 3000;
/** Entries read at once, and the longest payload that goes along with an event. */
export const feedPage = { limit: 200, mostPayloadBytes: 4000 };

const changesAccess = /^(?:session|token|people|person|passkey)\./;

type Log = { warn: (details: object, message: string) => void };

/** Makes the feed of a process. Nothing is connected before the first stream. */
export function openFeed(database: Database, log: Log): Feed {
  const closed = new AbortController();
  const waiting = new Set<() => void>();
  let latest = -1;
  let access = 0;
  let last: { after: number; entries: KeptEntry[] } | undefined;
  let listening: Listening | undefined;
  let first: Promise<unknown> | undefined;
  let looking: Promise<void> | undefined;
  let again = false;

  const readOn = async (): Promise<void> => {
    do {
      again = false;
      const { entries, more } = await readEntries(database, { after: latest, ...feedPage });
      const end = entries.at(-1);
      if (end === undefined) continue;
      again ||= more;
      last = { after: latest, entries };
      latest = end.seq;
      if (entries.some(({ operation }) => changesAccess.test(operation))) access += 1;
      for (const wake of waiting) wake();
    } while (again && !closed.signal.aborted);
  };
  const look = (): Promise<void> => {
    again = true;
    looking ??= readOn()
      .catch((error: unknown) => log.warn({ err: error }, 'the feed could not read the ledger; it tries again'))
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  const lookNowAndThen = async (): Promise<void> => {
    while (!closed.signal.aborted) {
      await sleep(lookEveryMs, undefined, { signal: closed.signal }).catch(() => {});
      if (!closed.signal.aborted) await look();
    }
  };
  const begin = async (): Promise<void> => {
    latest = await highestSeq(database);
    const lost = (error: unknown) => log.warn({ err: error }, 'the feed lost its listening connection');
    listening = listen({ database, woken: () => void look(), lost });
    void lookNowAndThen();
  };
  return {
    start: async (atLeast = -1) => {
      first ??= begin();
      try {
        await first;
      } catch (error) {
        first = undefined;
        throw error;
      }
      if (latest < atLeast) await look();
      return latest;
    },
    latest: () => latest,
    access: () => access,
    batchAfter: (after) => (last?.after === after ? last.entries : undefined),
    wait: (ms) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
        if (closed.signal.aborted) wake();
      }),
    closed: closed.signal,
    close: async () => {
      closed.abort();
      for (const wake of waiting) wake();
      await listening?.stop();
      await looking;
    },
  };
}
