import type { Held } from './held.ts';
import { type InOrder, noPlaces, putInOrder } from './in-order.ts';

/** How many places have each service and each quarter, by their numbers. */
export type Sums = { services: Map<number, number>; quarters: Map<number, number> };

/** The places of a value in the order of time, dead ones too; and sums of them, without dead ones. */
export type OfValue = InOrder & Sums;

/** A value that only one place has is kept as that place: of most causes that people write in their own words there is one. */
type Kept = { read: number; buried: number; single: Map<number, number>; values: Map<number, OfValue> };

const kept = new WeakMap<Held, Map<number, Kept>>();

/** Quarters are counted from the year 0: a day is written as 20260301. */
const quarterOf = (day: number): number =>
  Math.floor(day / 10_000) * 4 + Math.ceil((Math.floor(day / 100) % 100) / 3) - 1;

export const quarterName = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;

const count = (counts: Map<number, number>, key: number, by: number): void => {
  const now = (counts.get(key) ?? 0) + by;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
};

/** The numbers of a place's values of one facet. */
function valuesOf(held: Held, place: number, facet: number): number[] {
  const [from, numbers, facetOf, found] = [held.valuesFrom(), held.valueNumbers(), held.facetOf(), [] as number[]];
  for (let at = from[place] as number, end = from[place + 1] as number; at < end; at += 1)
    if (facetOf[numbers[at] as number] === facet) found.push(numbers[at] as number);
  return found;
}

/** Counts places in, or takes them away. */
export function sum(held: Held, { services, quarters }: Sums, places: ArrayLike<number>, by: 1 | -1): void {
  const [days, from, numbers, facetOf] = [held.days(), held.valuesFrom(), held.valueNumbers(), held.facetOf()];
  const service = held.facetNumber('service');
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    count(quarters, quarterOf(days[place] as number), by);
    for (let at = from[place] as number, end = from[place + 1] as number; at < end; at += 1)
      if (facetOf[numbers[at] as number] === service) count(services, numbers[at] as number, by);
  }
}

/** What is kept of a facet, with what came or died since it was asked for. */
function keptOf(held: Held, facet: number): Kept {
  const ofHeld = kept.get(held) ?? new Map<number, Kept>();
  kept.set(held, ofHeld);
  const before: Kept = ofHeld.get(facet) ?? { read: 0, buried: 0, single: new Map(), values: new Map() };
  ofHeld.set(facet, before);
  const { single, values } = before;
  const added = new Map<number, number[]>();
  for (; before.read < held.count(); before.read += 1)
    for (const value of valuesOf(held, before.read, facet)) {
      const list = added.get(value);
      if (list === undefined) added.set(value, [before.read]);
      else list.push(before.read);
    }
  for (const [value, places] of added) {
    const alone = single.get(value);
    if (alone !== undefined) places.push(alone);
    const [first] = places;
    if (places.length === 1 && first !== undefined && !values.has(value)) {
      single.set(value, first);
      continue;
    }
    single.delete(value);
    const one: OfValue = values.get(value) ?? { ...noPlaces(), services: new Map(), quarters: new Map() };
    values.set(value, one);
    putInOrder(held, one, places);
    sum(held, one, places, 1);
  }
  for (; before.buried < held.died.length; before.buried += 1) {
    const place = held.died[before.buried] as number;
    for (const value of valuesOf(held, place, facet)) {
      const one = values.get(value);
      if (one !== undefined) sum(held, one, [place], -1);
      else if (single.get(value) === place) single.delete(value);
    }
  }
  return before;
}

/** What has each value of a facet that two places have or had, by the number of the value. */
export const byValue = (held: Held, facet: number): ReadonlyMap<number, OfValue> => keptOf(held, facet).values;

/** The places of one value, in the order of time. */
export function placesOfValue(held: Held, facet: number, value: number): InOrder {
  const { single, values } = keptOf(held, facet);
  const alone = single.get(value);
  return values.get(value) ?? (alone === undefined ? noPlaces() : { places: Int32Array.of(alone), count: 1 });
}
