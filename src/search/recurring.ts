import { best } from './best.ts';
import { byValue, type OfValue, quarterName, sum, type Sums } from './by-value.ts';
import type { Held } from './held.ts';
import { latestOf } from './in-order.ts';
import type { Counted } from './narrow.ts';
import type { MayShow, Open } from './open-places.ts';

/** What several incidents have in common, and where and when it came again. */
export type Recurring = {
  value: string;
  count: number;
  /** Days as numbers: 20260301. */
  first: number;
  last: number;
  /** The services it hit, the most frequent first. */
  services: Counted[];
  /** How often in each quarter that has any: `2026-Q1`. */
  quarters: Counted[];
  /** Numbers of the latest incidents. */
  latest: number[];
};

/** Which incidents are looked at. */
export type Among = Open & Pick<MayShow, 'since' | 'until'>;

const [mostServices, mostLatest] = [4, 5];

/** Values of a facet that at least two of the open incidents have, the most frequent first. */
export function recurring(held: Held, facet: string, among: Among, most: number): Recurring[] {
  const ofFacet = held.facetNumber(facet);
  const counts = new Float64Array(held.values.length);
  const isWhole = !among.ofDays;
  const all = byValue(held, ofFacet);
  const hidden = isWhole ? hiddenByValue(held, ofFacet, among.hidden) : new Map<number, number[]>();
  const within = new Map<number, OfValue>();
  const found = isWhole ? all : within;
  if (isWhole) {
    counts.set(held.totals().subarray(0, counts.length));
    for (const [value, places] of hidden) counts[value] = (counts[value] as number) - places.length;
  } else
    for (const [value, one] of all) {
      const places = between(held, one, among);
      counts[value] = places.length;
      if (places.length > 1)
        within.set(value, { places, count: places.length, services: new Map(), quarters: new Map() });
    }
  const several = Int32Array.from([...found.keys()].filter((value) => (counts[value] as number) > 1));
  return best(several, most, counts, (left, right) => left < right).map((value) => {
    const one = found.get(value) as OfValue;
    const sums: Sums = { services: new Map(one.services), quarters: new Map(one.quarters) };
    if (!isWhole) sum(held, sums, one.places, 1);
    sum(held, sums, hidden.get(value) ?? [], -1);
    const named = { value: held.values[value]?.value ?? '', count: counts[value] as number };
    return { ...named, ...told(held, one, sums, among.open) };
  });
}

/** The places of hidden incidents, by the numbers of their values of a facet. */
function hiddenByValue(held: Held, facet: number, hidden: readonly number[]): Map<number, number[]> {
  const [from, numbers, facetOf, found] = [
    held.valuesFrom(),
    held.valueNumbers(),
    held.facetOf(),
    new Map<number, number[]>(),
  ];
  for (const place of hidden)
    for (let at = from[place] as number, end = from[place + 1] as number; at < end; at += 1) {
      const value = numbers[at] as number;
      if (facetOf[value] !== facet) continue;
      const places = found.get(value);
      if (places === undefined) found.set(value, [place]);
      else places.push(place);
    }
  return found;
}

/** Of the places of a value those that are open, of the days that are asked for. */
function between(held: Held, { places, count }: OfValue, { open, since = 0, until = 99_999_999 }: Among): Int32Array {
  const days = held.days();
  const firstAfter = (day: number): number => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((days[places[middle] as number] as number) > day) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return places.subarray(firstAfter(since - 1), firstAfter(until)).filter((place) => open[place] === 1);
}

/** What is told of the open places of a value. */
function told(
  held: Held,
  all: OfValue,
  { services, quarters }: Sums,
  open: Uint8Array,
): Omit<Recurring, 'value' | 'count'> {
  const dayOf = (place: number | undefined): number => (place === undefined ? 0 : (held.days()[place] as number));
  const latest = latestOf(all, open, 0, mostLatest);
  return {
    first: dayOf(all.places.subarray(0, all.count).find((place) => open[place] === 1)),
    last: dayOf(latest[0]),
    services: [...services]
      .toSorted(([left, one], [right, other]) => other - one || left - right)
      .slice(0, mostServices)
      .map(([service, count]) => ({ value: held.values[service]?.value ?? '', count })),
    quarters: [...quarters]
      .toSorted(([left], [right]) => left - right)
      .map(([quarter, count]) => ({ value: quarterName(quarter), count })),
    latest: latest.map((place) => held.numbers()[place] as number),
  };
}
