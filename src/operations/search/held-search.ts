import { setTimeout as sleep } from 'node:timers/promises';
import { Taxonomy } from '../../search/index.ts';
import type { Database } from '../../store/database.ts';
import { sharedTurns } from '../shared-turns.ts';
import { beginReading, type Reading, takeNewer } from './reading.ts';
import { hasMore } from './search-rows.ts';
import type { SearchThread } from './start-thread.ts';

/** What a process holds to search in. */
export type HeldSearch = {
  /** Asks something of the index, with everything in it that was there when this was given. */
  ask: SearchThread['ask'];
  /** Whether all is held that was there when the reading began; until then, what is newest. */
  whole: boolean;
  /** Ends what holds it. Who searches afterwards has it read anew. */
  end: SearchThread['end'];
};

/** With so many dead states, and as such a share of all, everything is read anew. */
const [fewDead, mostDead] = [5000, 0.4];
/** Whoever searches while all is being read waits no longer than this, and is answered from what is newest. */
const patienceMs = 300;
/** After everything was read anew, those who still ask the old index are answered within this time. */
const afterwardsMs = 60_000;
/** So many texts are read while somebody waits for the first answer; more are read before anybody asks. */
const readOnTheSpot = 500;

/** The search of one database in this process. */
type Follower = { search: () => Promise<HeldSearch>; keepUp: () => Promise<void> };

function follow(database: Database, taxonomy: Taxonomy): Follower {
  let begun: Promise<Reading> | undefined;
  let hasBegun = false;
  let renewing = false;

  const isOver = async (one: Promise<Reading>): Promise<boolean> =>
    one.then(
      ({ thread }) => thread.isOver(),
      () => true,
    );
  /** What is being read or held; begun anew when it failed or its thread has ended. */
  const present = async (): Promise<Reading> => {
    const before = begun;
    if (before !== undefined && (await isOver(before)) && begun === before) begun = undefined;
    hasBegun = true;
    return (begun ??= beginReading(database, taxonomy));
  };
  const renew = async (worn: Reading): Promise<void> => {
    renewing = true;
    try {
      const fresh = await beginReading(database, taxonomy);
      await fresh.done;
      const isPresent = !worn.thread.isOver();
      if (isPresent) begun = Promise.resolve(fresh);
      setTimeout((isPresent ? worn : fresh).thread.end, afterwardsMs).unref();
    } finally {
      renewing = false;
    }
  };
  const taken = sharedTurns(async (): Promise<Reading> => {
    const reading = await present();
    await takeNewer(database, reading);
    const { count, dead } = reading.thread.kept();
    const isWorn = dead > Math.max(fewDead, count * mostDead);
    if (isWorn && !renewing) renew(reading).catch(() => undefined);
    return reading;
  });
  return {
    search: async () => {
      const reading = await taken();
      if (!reading.isWhole()) {
        const patience = reading.first.then(() => sleep(patienceMs, undefined, { ref: false }));
        await Promise.race([reading.done, patience]);
      }
      const { ask, end } = reading.thread;
      return { ask, end, whole: reading.isWhole() };
    },
    keepUp: async () => {
      // What failed begins anew for somebody who searches, not each second for nobody.
      const isWanted = hasBegun
        ? begun !== undefined && !(await isOver(begun))
        : await hasMore(database, readOnTheSpot);
      if (isWanted) await taken();
    },
  };
}

const noTaxonomy = Taxonomy.parse({});
const followed = new WeakMap<Database, WeakMap<Taxonomy, Follower>>();

function followerOf(database: Database, taxonomy: Taxonomy): Follower {
  const ofDatabase = followed.get(database) ?? new WeakMap<Taxonomy, Follower>();
  followed.set(database, ofDatabase);
  const follower = ofDatabase.get(taxonomy) ?? follow(database, taxonomy);
  ofDatabase.set(taxonomy, follower);
  return follower;
}

/**
 * What this process holds to search in, with everything that was indexed until now. The first who asks has it read; while that goes on,
 * the newest incidents are there.
 */
export const heldSearch = (database: Database, taxonomy: Taxonomy = noTaxonomy): Promise<HeldSearch> =>
  followerOf(database, taxonomy).search();

/**
 * Takes what was indexed since, so that the next search has less to wait for. Where nobody has searched yet it begins only when there is
 * much to read: a small server at rest needs no thread.
 */
export const keepUpSearch = (database: Database, taxonomy: Taxonomy = noTaxonomy): Promise<void> =>
  followerOf(database, taxonomy).keepUp();
