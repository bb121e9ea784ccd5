/** Something in the evidence that the reading leaves out. */
export type Ignored = {
  what: string;
  why: string;
  /** Where it stands, or where the first of them stands. */
  where: string;
  count: number;
};

/** Collects what is left out; equal ones are counted, so that a hostile file cannot fill the list. */
export function ignoredList(): {
  add(what: string, why: string, where: string, times?: number): void;
  list(): Ignored[];
} {
  const kept = new Map<string, Ignored>();
  return {
    add(what, why, where, times = 1) {
      const key = `${what}\n${why}`;
      const known = kept.get(key);
      if (known) known.count += times;
      else kept.set(key, { what, why, where, count: times });
    },
    list: () => [...kept.values()],
  };
}
