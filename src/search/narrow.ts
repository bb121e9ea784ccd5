import { best } from './best.ts';
import type { Held } from './held.ts';

/** How many of what fits have a value. */
export type Counted = { value: string; count: number };

/** Values of a facet shown, the most frequent first. */
const mostValues = 12;

/** What fits and has the chosen values; and for each facet how many have each value, with what is chosen of the others. */
export type Narrowed = { places: Int32Array; facets: Map<string, Counted[]> };

/** Narrows what fits by chosen values, and counts the values of some facets. */
export function narrow(
  held: Held,
  fits: Uint8Array,
  chosen: ReadonlyMap<string, string>,
  facets: readonly string[],
): Narrowed {
  const [from, valueNumbers, facetOf] = [held.valuesFrom(), held.valueNumbers(), held.facetOf()];
  const counts = new Int32Array(held.values.length);
  const wanted = [...chosen].map(([facet, value]) => ({
    facet: held.facetNumber(facet),
    value: held.valueOf({ facet, value }) ?? -1,
  }));
  const places = new Int32Array(held.count());
  let found = 0;
  for (let place = 0; place < fits.length; place += 1) {
    if (fits[place] !== 1) continue;
    const [begin, end] = [from[place] as number, from[place + 1] as number];
    // The facet in whose values this one is counted although it has not the chosen one; -1 when it has all.
    let [missed, misses] = [-1, 0];
    for (const { facet, value } of wanted) {
      let has = false;
      for (let at = begin; at < end; at += 1) if (valueNumbers[at] === value) has = true;
      if (has) continue;
      misses += 1;
      missed = facet;
    }
    if (misses > 1) continue;
    if (misses === 0) places[found++] = place;
    for (let at = begin; at < end; at += 1) {
      const value = valueNumbers[at] as number;
      if (misses === 0 || facetOf[value] === missed) counts[value] = (counts[value] as number) + 1;
    }
  }
  return { places: places.subarray(0, found), facets: mostFrequent(held, counts, facets) };
}

function mostFrequent(held: Held, counts: Int32Array, facets: readonly string[]): Map<string, Counted[]> {
  const facetOf = held.facetOf();
  const valueAt = (number: number): string => held.values[number]?.value ?? '';
  const order = (facet: string) => (left: number, right: number) => {
    const byCount = facet === 'year' ? 0 : (counts[left] as number) - (counts[right] as number);
    // Of years the latest comes first.
    return byCount !== 0 ? byCount > 0 : valueAt(left) < valueAt(right) !== (facet === 'year');
  };
  return new Map(
    facets.map((facet) => {
      const number = held.facetNumber(facet);
      const values = new Int32Array(counts.length);
      let found = 0;
      for (let value = 0; value < counts.length; value += 1)
        if (facetOf[value] === number && (counts[value] as number) > 0) values[found++] = value;
      const shown = best(values.subarray(0, found), mostValues, order(facet));
      return [facet, shown.map((value) => ({ value: valueAt(value), count: counts[value] as number }))];
    }),
  );
}
