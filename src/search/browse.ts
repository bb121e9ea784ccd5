import { placesOfValue } from './by-value.ts';
import { countValues } from './count-values.ts';
import type { Held } from './held.ts';
import { allInOrder, latestOf } from './in-order.ts';
import { type Counted, mostFrequent, putBeside } from './narrow.ts';
import type { Open } from './open-places.ts';

/** What is looked through: all, or what has one value. */
type Wish = { only?: { facet: string; value: string }; from: number; limit: number; facets: readonly string[] };

/** The latest places, how many there are in all, and for each facet how many have each value. */
export type Browsed = { places: number[]; total: number; facets: Map<string, Counted[]> };

/** Looks through all that may be shown, or all with one value, without a look at what has it not. */
export function browse(held: Held, { open, hidden }: Open, { only, from, limit, facets }: Wish): Browsed {
  const counts = new Int32Array(held.values.length);
  counts.set(held.totals().subarray(0, counts.length));
  countValues(held, counts, hidden, -1);
  if (only === undefined) {
    const places = latestOf(allInOrder(held), open, from, limit);
    return { places, total: held.count() - held.dead() - hidden.length, facets: mostFrequent(held, counts, facets) };
  }
  const [facet, value] = [held.facetNumber(only.facet), held.valueOf(only) ?? -1];
  const list = placesOfValue(held, facet, value);
  const beside = new Int32Array(counts.length);
  const shown = list.places.subarray(0, list.count).filter((place) => open[place] === 1);
  countValues(held, beside, shown, 1);
  putBeside(held, counts, facet, beside);
  return {
    places: latestOf(list, open, from, limit),
    total: shown.length,
    facets: mostFrequent(held, counts, facets),
  };
}
