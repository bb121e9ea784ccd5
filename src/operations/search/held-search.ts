import { setImmediate as soon, setTimeout as sleep } from 'node:timers/promises';
import { type Held, makeHeld, readTaxonomy, Taxonomy, type Terms } from '../../search/index.ts';
import type { Database } from '../../store/database.ts';
import { mostNew, mostOld, newestPlace, type Place, rowsFrom, searchedIncident } from './search-rows.ts';

/** What a process holds to search in. */
export type HeldSearch = {
  held: Held;
  terms: Terms;
  /** Whether all is held that was there when the reading began; until then, what is newest. */
  whole: boolean;
};

/** With so many dead states, and as such a share of all, everything is read anew. */
const [fewDead, mostDead] = [5000, 0.4];
/** Whoever searches while all is being read waits no longer than this, and is answered from what is newest. */
const patienceMs = 300;

type Reading = { search: HeldSearch; newest: Place; reading: Promise<void> };

/** Reads all there is, the newest first, and lets other work go on between. */
async function readAll(database: Database, search: HeldSearch, from: Place): Promise<void> {
  for (let place = from; !search.whole;) {
    const rows = await rowsFrom(database, 'older', place);
    // What changed since was taken with what is new.
    for (const row of rows)
      if (search.held.placeOf(Number(row.number)) === undefined) search.held.put(searchedIncident(row, search.terms));
    const last = rows.at(-1);
    if (last !== undefined) place = { seq: last.seq, number: String(Number(last.number) - 1) };
    search.whole = rows.length < mostOld;
    await soon();
  }
}

async function begin(database: Database, taxonomy: Taxonomy): Promise<Reading> {
  const search: HeldSearch = { held: makeHeld(), terms: readTaxonomy(taxonomy), whole: false };
  const newest = await newestPlace(database);
  const reading = readAll(database, search, newest);
  // Who waits for it hears of it; while nobody does, it ends nothing.
  reading.catch(() => undefined);
  return { search, newest, reading };
}

/** Takes what is newer than all that is held. */
async function takeNew(database: Database, reading: Reading): Promise<void> {
  for (;;) {
    const rows = await rowsFrom(database, 'newer', reading.newest);
    for (const row of rows) reading.search.held.put(searchedIncident(row, reading.search.terms));
    const last = rows.at(-1);
    if (last !== undefined) reading.newest = { seq: last.seq, number: last.number };
    if (rows.length < mostNew) return;
    await soon();
  }
}

/** The search of one database in this process: one takes what is new, and those who come meanwhile wait for the next to do so. */
function follow(database: Database, taxonomy: Taxonomy): () => Promise<HeldSearch> {
  let begun: Promise<Reading> | undefined;
  let renewing = false;
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  const renew = async (): Promise<void> => {
    renewing = true;
    try {
      const fresh = await begin(database, taxonomy);
      await fresh.reading;
      begun = Promise.resolve(fresh);
    } finally {
      renewing = false;
    }
  };
  const take = async (): Promise<void> => {
    begun ??= begin(database, taxonomy);
    const reading = await begun.catch((error: unknown) => {
      begun = undefined;
      throw error;
    });
    await takeNew(database, reading);
    const { held } = reading.search;
    const isWorn = held.dead() > Math.max(fewDead, held.count() * mostDead);
    if (isWorn && !renewing) renew().catch(() => undefined);
  };
  const taken = (): Promise<void> => {
    if (running === undefined) {
      running = take().finally(() => {
        running = undefined;
      });
      return running;
    }
    waiting ??= running
      .catch(() => undefined)
      .then(() => {
        waiting = undefined;
        return taken();
      });
    return waiting;
  };
  return async () => {
    await taken();
    const { search, reading } = await (begun as Promise<Reading>);
    if (!search.whole) {
      const failed = reading.catch((error: unknown) => {
        begun = undefined;
        throw error;
      });
      await Promise.race([failed, sleep(patienceMs, undefined, { ref: false })]);
    }
    return search;
  };
}

const noTaxonomy = Taxonomy.parse({});
const followed = new WeakMap<Database, WeakMap<Taxonomy, () => Promise<HeldSearch>>>();

/**
 * What this process holds to search in, with everything that was indexed until now. The first who asks has it read; while that goes on,
 * the newest incidents are there.
 */
export function heldSearch(database: Database, taxonomy: Taxonomy = noTaxonomy): Promise<HeldSearch> {
  const ofDatabase = followed.get(database) ?? new WeakMap<Taxonomy, () => Promise<HeldSearch>>();
  followed.set(database, ofDatabase);
  const follower = ofDatabase.get(taxonomy) ?? follow(database, taxonomy);
  ofDatabase.set(taxonomy, follower);
  return follower();
}
