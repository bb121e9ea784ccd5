import type { Taxonomy } from '../../search/index.ts';
import type { Database } from '../../store/database.ts';
import { mostNew, mostOld, newestPlace, rowsFrom } from './search-rows.ts';
import type { Place } from './searched-incident.ts';
import { type SearchThread, startSearchThread } from './start-thread.ts';

/** An index that is filled from the database, or was. */
export type Reading = {
  thread: SearchThread;
  /** Up to here it has what is new. */
  newest: Place;
  isWhole: () => boolean;
  /** The newest incidents are in it. */
  first: Promise<unknown>;
  /** All are in it. */
  done: Promise<void>;
};

/** Starts an index, and has it filled with all there is, the newest first. */
export async function beginReading(database: Database, taxonomy: Taxonomy): Promise<Reading> {
  const newest = await newestPlace(database);
  const thread = startSearchThread(taxonomy, database.closed);
  const { promise: first, resolve, reject } = Promise.withResolvers<void>();
  let whole = false;
  const readAll = async (): Promise<void> => {
    // While the thread puts what was read, the next is read; no more than that lies about.
    let putting: Promise<void> = Promise.resolve();
    for (let [place, more] = [newest, true]; more;) {
      const rows = await rowsFrom(database, 'older', place);
      await putting;
      putting = thread.put('older', rows);
      putting.then(resolve, reject);
      const last = rows.at(-1);
      if (last !== undefined) place = { seq: last.seq, number: String(Number(last.number) - 1) };
      more = rows.length === mostOld;
    }
    await putting;
    whole = true;
  };
  const done = readAll().catch(async (error: unknown) => {
    // What was read in part only is of no use: whoever asks next begins anew.
    await thread.end();
    reject(error);
    throw error;
  });
  // Who waits for these hears of it; while nobody does, it ends nothing.
  first.catch(() => undefined);
  done.catch(() => undefined);
  return { thread, newest, isWhole: () => whole, first, done };
}

/** Takes what is newer than all that is held: what is asked of the thread afterwards sees it. */
export async function takeNewer(database: Database, reading: Reading): Promise<void> {
  let putting: Promise<void> = Promise.resolve();
  for (;;) {
    const rows = await rowsFrom(database, 'newer', reading.newest);
    await putting;
    const last = rows.at(-1);
    if (last === undefined) return;
    putting = reading.thread.put('newer', rows);
    // A thread that ends before it has put them is not asked any more.
    putting.catch(() => undefined);
    reading.newest = { seq: last.seq, number: last.number };
    if (rows.length < mostNew) return;
  }
}
