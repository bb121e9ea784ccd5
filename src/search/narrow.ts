import { best } from './best.ts';
import { placesOfValue } from './by-value.ts';
import type { Held } from './held.ts';
import type { InOrder } from './in-order.ts';
import type { Matched } from './match.ts';
import type { Open } from './open-places.ts';
import { scratchOf } from './scratch.ts';

/** How many of what fits have a value. */
export type Counted = { value: string; count: number };

/** Values of a facet shown, the most frequent first. */
const mostValues = 12;

/** What fits and has the chosen values, until the next search begins; and for each facet how many have each value, with what is chosen of the others. */
export type Narrowed = { places: Int32Array; facets: Map<string, Counted[]> };

type Fitting = Pick<Matched, 'places' | 'fits' | 'word'> & Pick<Open, 'hidden' | 'ofDays'>;

type Wanted = { facet: number; value: number };

/** Narrows what fits by chosen values, in its own array, and counts the values of some facets. */
export function narrow(
  held: Held,
  fitting: Fitting,
  { chosen, facets }: { chosen: ReadonlyMap<string, string>; facets: readonly string[] },
): Narrowed {
  const counts = new Int32Array(held.values.length);
  const wanted = [...chosen].map(([facet, value]): Wanted => ({
    facet: held.facetNumber(facet),
    value: held.valueOf({ facet, value }) ?? -1,
  }));
  const [only] = wanted;
  const list = wanted.length === 1 && only !== undefined ? placesOfValue(held, only.facet, only.value) : undefined;
  const isFew = list !== undefined && list.count < fitting.places.length;
  let { places } = fitting;
  if (only === undefined) countAll(held, fitting, counts);
  else if (isFew) places = takeListed(held, fitting, { only, list }, counts);
  else places = takeWanted(held, fitting, wanted, counts);
  return { places, facets: mostFrequent(held, counts, facets) };
}

/** Counts the values of a place: all, or those of one facet, or those of all others. */
function countValues(held: Held, place: number, counts: Int32Array, which: 'all' | 'of' | 'but', facet = -1): void {
  const [from, valueNumbers, facetOf] = [held.valuesFrom(), held.valueNumbers(), held.facetOf()];
  const end = from[place + 1] as number;
  for (let at = from[place] as number; at < end; at += 1) {
    const value = valueNumbers[at] as number;
    if (which === 'all' || (facetOf[value] === facet) === (which === 'of'))
      counts[value] = (counts[value] as number) + 1;
  }
}

/** Of what fits the places that have all wanted values. What misses one counts for the facet of that one. */
function takeWanted(held: Held, { places }: Fitting, wanted: readonly Wanted[], counts: Int32Array): Int32Array {
  const [from, valueNumbers] = [held.valuesFrom(), held.valueNumbers()];
  const has = (place: number, value: number): boolean => {
    const end = from[place + 1] as number;
    for (let at = from[place] as number; at < end; at += 1) if (valueNumbers[at] === value) return true;
    return false;
  };
  let found = 0;
  for (let each = 0; each < places.length; each += 1) {
    const place = places[each] as number;
    let [misses, missed] = [0, -1];
    for (let index = 0; index < wanted.length && misses < 2; index += 1) {
      const { facet, value } = wanted[index] as Wanted;
      if (has(place, value)) continue;
      misses += 1;
      missed = facet;
    }
    if (misses === 0) places[found++] = place;
    if (misses < 2) countValues(held, place, counts, misses === 0 ? 'all' : 'of', missed);
  }
  return places.subarray(0, found);
}

/** The same for one value, whose own places are fewer than those that fit. */
function takeListed(
  held: Held,
  fitting: Fitting,
  { only, list }: { only: Wanted; list: InOrder },
  counts: Int32Array,
): Int32Array {
  const [{ places, fits }, facetOf] = [fitting, held.facetOf()];
  countAll(held, fitting, counts);
  for (let value = 0; value < counts.length; value += 1) if (facetOf[value] !== only.facet) counts[value] = 0;
  let found = 0;
  for (let index = 0; index < list.count; index += 1) {
    const place = list.places[index] as number;
    if (fits[place] === 0) continue;
    places[found++] = place;
    countValues(held, place, counts, 'but', only.facet);
  }
  return places.subarray(0, found);
}

/** Counts the values of what fits: of all with those taken away that do not fit, where these are fewer. */
function countAll(held: Held, { places, fits, word, hidden, ofDays }: Fitting, counts: Int32Array): void {
  const [from, valueNumbers] = [held.valuesFrom(), held.valueNumbers()];
  const all = held.count() - held.dead();
  const isAllShown = places.length === all - hidden.length;
  const isWord = word !== undefined && !ofDays;
  const isMost = isAllShown || isWord || places.length * 2 > all;
  if (isMost) counts.set((isWord ? word.counts : held.totals()).subarray(0, counts.length));
  const each = isMost ? -1 : 1;
  const counted = isWord
    ? hidden.filter((place) => word.shares[place] !== 0)
    : isAllShown
      ? hidden
      : isMost
        ? othersOf(held, fits)
        : places;
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

/** The most frequent values of some facets; of years the latest. */
export function mostFrequent(held: Held, counts: Int32Array, facets: readonly string[]): Map<string, Counted[]> {
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
