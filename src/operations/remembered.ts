import type { Database } from '../store/database.ts';

/** How long another process's change may stay unseen. */
const freshMs = 1000;

/** Something read from the database that every request needs and that seldom changes. */
export type Remembered<Value> = {
  /** The value, at most a second old; never older than a change of this process. */
  of: (database: Database) => Promise<Value>;
  /** Called after a change: the next call reads anew. */
  forget: (database: Database) => void;
};

/** Reads with `load` at most once a second for each database. */
export function remembered<Value>(load: (database: Database) => Promise<Value>): Remembered<Value> {
  const known = new WeakMap<Database, { at: number; value: Promise<Value> }>();
  return {
    of: (database) => {
      const held = known.get(database);
      if (held !== undefined && performance.now() - held.at < freshMs) return held.value;
      const value = load(database);
      known.set(database, { at: performance.now(), value });
      value.catch(() => known.delete(database));
      return value;
    },
    forget: (database) => void known.delete(database),
  };
}
