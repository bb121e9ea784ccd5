import { best } from './best.ts';
import { placesOfValue } from './by-value.ts';
import { countValues } from './count-values.ts';
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

/** Counts the values of one facet of a place. */
function countFacet(held: Held, counts: Int32Array, place: number, facet: number): void {
  const [from, numbers, facetOf] = [held.valuesFrom(), held.valueNumbers(), held.facetOf()];
  for (let at = from[place] as number, end = from[place + 1] as number; at < end; at += 1) {
    const value = numbers[at] as number;
    if (facetOf[value] === facet) counts[value] = (counts[value] as number) + 1;
  }
}

/** Where one value is chosen: of its own facet what the others would leave, of the others what it leaves. */
export function putBeside(held: Held, counts: Int32Array, facet: number, beside: Int32Array): void {
  const facetOf = held.facetOf();
  for (let value = 0; value < counts.length; value += 1)
    if (facetOf[value] !== facet) counts[value] = beside[value] as number;
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
    else if (misses === 1) countFacet(held, counts, place, missed);
  }
  const taken = places.subarray(0, found);
  countValues(held, counts, taken, 1);
  return taken;
}

/** The same for one value, whose own places are fewer than those that fit. */
function takeListed(
  held: Held,
  fitting: Fitting,
  { only, list }: { only: Wanted; list: InOrder },
  counts: Int32Array,
): Int32Array {
  const { places, fits } = fitting;
  countAll(held, fitting, counts);
  let found = 0;
  for (let index = 0; index < list.count; index += 1) {
    const place = list.places[index] as number;
    if (fits[place] === 1) places[found++] = place;
  }
  const [taken, beside] = [places.subarray(0, found), new Int32Array(counts.length)];
  countValues(held, beside, taken, 1);
  putBeside(held, counts, only.facet, beside);
  return taken;
}

/** Counts the values of what fits: of all with those taken away that do not fit, where these are fewer. */
function countAll(held: Held, { places, fits, word, hidden, ofDays }: Fitting, counts: Int32Array): void {
  const all = held.count() - held.dead();
  const isAllShown = places.length === all - hidden.length;
  const isWord = word !== undefined && !ofDays;
  const isMost = isAllShown || isWord || places.length * 2 > all;
  if (isMost) counts.set((isWord ? word.counts : held.totals()).subarray(0, counts.length));
  const counted = isWord
    ? hidden.filter((place) => word.shares[place] !== 0)
    : isAllShown
      ? hidden
      : isMost
        ? othersOf(held, fits)
        : places;
  countValues(held, counts, counted, isMost ? -1 : 1);
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
