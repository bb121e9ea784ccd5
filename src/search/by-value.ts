import type { Held } from './held.ts';
import { type InOrder, noPlaces, putInOrder } from './in-order.ts';

/** How many places have each service and each quarter, by their numbers. */
export type Sums = { services: Map<number, number>; quarters: Map<number, number> };

/** The places of a value in the order of time, dead ones too; and sums of them, without dead ones. */
export type OfValue = InOrder & Sums;

type Kept = { read: number; buried: number; values: Map<number, OfValue> };

const kept = new WeakMap<Held, Map<number, Kept>>();

/** Quarters are counted from the year 0: a day is written as 20260301. */
export const quarterOf = (day: number): number =>
  Math.floor(day / 10_000) * 4 + Math.ceil((Math.floor(day / 100) % 100) / 3) - 1;

export const quarterName = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;

const count = (counts: Map<number, number>, key: number, by: number): void => {
  const now = (counts.get(key) ?? 0) + by;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
};

/** The numbers of a place's values of one facet. */
export function valuesOf(held: Held, place: number, facet: number): number[] {
  const [from, numbers, facetOf, found] = [held.valuesFrom(), held.valueNumbers(), held.facetOf(), [] as number[]];
  for (let at = from[place] as number, end = from[place + 1] as number; at < end; at += 1)
    if (facetOf[numbers[at] as number] === facet) found.push(numbers[at] as number);
  return found;
}

/** Counts a place in, or takes it away. */
export function sum(held: Held, { services, quarters }: Sums, place: number, by: 1 | -1): void {
  count(quarters, quarterOf(held.days()[place] as number), by);
  for (const service of valuesOf(held, place, held.facetNumber('service'))) count(services, service, by);
}

/**
 * What has each value of a facet, by the number of the value. It is kept for the next one who asks, and only what came or died since is
 * looked at.
 */
export function byValue(held: Held, facet: number): ReadonlyMap<number, OfValue> {
  const ofHeld = kept.get(held) ?? new Map<number, Kept>();
  kept.set(held, ofHeld);
  const before = ofHeld.get(facet) ?? { read: 0, buried: 0, values: new Map<number, OfValue>() };
  ofHeld.set(facet, before);
  const { values } = before;
  const added = new Map<number, number[]>();
  for (; before.read < held.count(); before.read += 1)
    for (const value of valuesOf(held, before.read, facet)) {
      const list = added.get(value);
      if (list === undefined) added.set(value, [before.read]);
      else list.push(before.read);
    }
  for (const [value, places] of added) {
    const one = values.get(value) ?? { ...noPlaces(), services: new Map(), quarters: new Map() };
    values.set(value, one);
    putInOrder(held, one, places);
    for (const place of places) sum(held, one, place, 1);
  }
  for (; before.buried < held.died.length; before.buried += 1) {
    const place = held.died[before.buried] as number;
    for (const value of valuesOf(held, place, facet)) {
      const one = values.get(value);
      if (one !== undefined) sum(held, one, place, -1);
    }
  }
  return values;
}
