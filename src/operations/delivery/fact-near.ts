import type { Fact } from '../../sources/facts.ts';

const isIndex = (segment: string): boolean => /^\d+$/.test(segment);

/** The path above this one; undefined at the top. */
const above = (place: string): string | undefined => {
  const at = place.lastIndexOf('/');
  return at < 0 ? undefined : place.slice(0, at);
};

/**
 * Finds the fact that is said of a place: one in it, beside it or above it, the nearest first; never one that is said of another
 * entry of the same list. The time does not grow with the number of facts.
 */
export function factNear<Kind extends Fact>(facts: readonly Kind[]): (place: string) => Kind | undefined {
  const near = new Map<string, Kind>();
  for (const fact of facts)
    for (let place: string | undefined = fact.evidence; place !== undefined; place = above(place)) {
      if (!near.has(place)) near.set(place, fact);
      // Said of one entry of a list, it is not said of the list.
      if (isIndex(place.slice(place.lastIndexOf('/') + 1))) break;
    }
  return (from) => {
    for (let place: string | undefined = from; place !== undefined; place = above(place)) {
      const found = near.get(place);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
