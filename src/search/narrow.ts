import { best } from './best.ts';
import type { Held } from './held.ts';
import type { Matched } from './match.ts';
import { scratchOf } from './scratch.ts';

/** How many of what fits have a value. */
export type Counted = { value: string; count: number };

/** Values of a facet shown, the most frequent first. */
const mostValues = 12;
const ofAll = -1;

/** What fits and has the chosen values, until the next search begins; and for each facet how many have each value, with what is chosen of the others. */
export type Narrowed = { places: Int32Array; facets: Map<string, Counted[]> };

/** Narrows what fits by chosen values, in its own array, and counts the values of some facets. */
export function narrow(
  held: Held,
  { places, fits }: Pick<Matched, 'places' | 'fits'>,
  chosen: ReadonlyMap<string, string>,
  facets: readonly string[],
): Narrowed {
  const [from, valueNumbers, facetOf] = [held.valuesFrom(), held.valueNumbers(), held.facetOf()];
  const counts = new Int32Array(held.values.length);
  const wanted = [...chosen].map(([facet, value]) => ({
    facet: held.facetNumber(facet),
    value: held.valueOf({ facet, value }) ?? -1,
  }));
  if (wanted.length === 0) {
    countAll(held, { places, fits }, counts);
    return { places, facets: mostFrequent(held, counts, facets) };
  }
  const countValues = (place: number, ofFacet: number): void => {
    const end = from[place + 1] as number;
    for (let at = from[place] as number; at < end; at += 1) {
      const value = valueNumbers[at] as number;
      if (ofFacet === ofAll || facetOf[value] === ofFacet) counts[value] = (counts[value] as number) + 1;
    }
  };
  const has = (place: number, value: number): boolean => {
    const end = from[place + 1] as number;
    for (let at = from[place] as number; at < end; at += 1) if (valueNumbers[at] === value) return true;
    return false;
  };
  let found = 0;
  for (let each = 0; each < places.length; each += 1) {
    const place = places[each] as number;
    // The facet in whose values this one is counted although it has not the chosen one.
    let [misses, missed] = [0, ofAll];
    for (let index = 0; index < wanted.length && misses < 2; index += 1) {
      const { facet, value } = wanted[index] as { facet: number; value: number };
      if (has(place, value)) continue;
      misses += 1;
      missed = facet;
    }
    if (misses === 0) places[found++] = place;
    if (misses < 2) countValues(place, missed);
  }
  return { places: places.subarray(0, found), facets: mostFrequent(held, counts, facets) };
}

/** Counts the values of what fits: of all with those taken away that do not fit, where these are fewer. */
function countAll(held: Held, { places, fits }: Pick<Matched, 'places' | 'fits'>, counts: Int32Array): void {
  const [from, valueNumbers] = [held.valuesFrom(), held.valueNumbers()];
  const isMost = places.length * 2 > held.count() - held.dead();
  if (isMost) counts.set(held.totals().subarray(0, counts.length));
  const each = isMost ? -1 : 1;
  const counted = isMost ? othersOf(held, fits) : places;
  for (let index = 0; index < counted.length; index += 1) {
    const place = counted[index] as number;
    const end = from[place + 1] as number;
    for (let at = from[place] as number; at < end; at += 1) {
      const value = valueNumbers[at] as number;
      counts[value] = (counts[value] as number) + each;
    }
  }
}

/** The places of present states that do not fit, until the next search begins. */
function othersOf(held: Held, fits: Uint8Array): Int32Array {
  const [alive, { others }] = [held.alive(), scratchOf(held)];
  let count = 0;
  for (let place = 0; place < held.count(); place += 1) {
    others[count] = place;
    count += (alive[place] as number) & ((fits[place] as number) ^ 1);
  }
  return others.subarray(0, count);
}

function mostFrequent(held: Held, counts: Int32Array, facets: readonly string[]): Map<string, Counted[]> {
  const facetOf = held.facetOf();
  const valueAt = (number: number): string => held.values[number]?.value ?? '';
  const isFirst = (left: number, right: number): boolean => valueAt(left) < valueAt(right);
  // Of years the latest comes first.
  const years = new Float64Array(counts.length);
  const frequencies = Float64Array.from(counts);
  return new Map(
    facets.map((facet) => {
      const number = held.facetNumber(facet);
      const values = new Int32Array(counts.length);
      let found = 0;
      for (let value = 0; value < counts.length; value += 1)
        if (facetOf[value] === number && (counts[value] as number) > 0) {
          values[found++] = value;
          if (facet === 'year') years[value] = Number(valueAt(value));
        }
      const shown = best(values.subarray(0, found), mostValues, facet === 'year' ? years : frequencies, isFirst);
      return [facet, shown.map((value) => ({ value: valueAt(value), count: counts[value] as number }))];
    }),
  );
}
