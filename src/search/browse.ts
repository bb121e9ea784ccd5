import { countsBeside, countValues, placesOfValue } from './by-value.ts';
import type { Held } from './held.ts';
import { allInOrder, latestOf } from './in-order.ts';
import { type Counted, mostFrequent } from './narrow.ts';
import type { Open } from './open-places.ts';

/** What is looked through: all, or what has one value. */
type Wish = { only?: { facet: string; value: string }; from: number; limit: number; facets: readonly string[] };

/** The latest places, how many there are in all, and for each facet how many have each value. */
export type Browsed = { places: number[]; total: number; facets: Map<string, Counted[]> };

/** Looks through all that may be shown, or all with one value, without a look at each: what is kept of them has the sums. */
export function browse(held: Held, { open, hidden }: Open, { only, from, limit, facets }: Wish): Browsed {
  const counts = new Int32Array(held.values.length);
  counts.set(held.totals().subarray(0, counts.length));
  countValues(held, counts, hidden, -1);
  if (only === undefined) {
    const places = latestOf(allInOrder(held), open, from, limit);
    return { places, total: held.count() - held.dead() - hidden.length, facets: mostFrequent(held, counts, facets) };
  }
  const [facet, value, facetOf] = [held.facetNumber(only.facet), held.valueOf(only) ?? -1, held.facetOf()];
  const beside = new Int32Array(counts.length);
  beside.set(countsBeside(held, facet, value).subarray(0, counts.length));
  const [valuesFrom, numbers] = [held.valuesFrom(), held.valueNumbers()];
  const has = (place: number): boolean => numbers.subarray(valuesFrom[place], valuesFrom[place + 1]).includes(value);
  countValues(held, beside, hidden.filter(has), -1);
  const total = counts[value] ?? 0;
  // Of its own facet, what the others would leave; of the others, what it leaves.
  for (let one = 0; one < counts.length; one += 1) if (facetOf[one] !== facet) counts[one] = beside[one] as number;
  const places = latestOf(placesOfValue(held, facet, value), open, from, limit);
  return { places, total, facets: mostFrequent(held, counts, facets) };
}
