import { laterIn } from './best.ts';
import type { Held } from './held.ts';
import { grown } from './lists.ts';

/** Places in the order of time, the earliest first: as many of the array as are counted. */
export type InOrder = { places: Int32Array; count: number };

/** More places than these are sorted with the others; fewer are put between them. */
const few = 32;

export const noPlaces = (): InOrder => ({ places: new Int32Array(4), count: 0 });

/** Puts places where their time is. */
export function putInOrder(held: Held, inOrder: InOrder, added: readonly number[]): void {
  const isLater = laterIn(held);
  const places = grown(inOrder.places, inOrder.count + added.length);
  inOrder.places = places;
  if (added.length > few) {
    places.set(added, inOrder.count);
    inOrder.count += added.length;
    places.subarray(0, inOrder.count).sort((left, right) => (isLater(left, right) ? 1 : -1));
    return;
  }
  for (const place of added) {
    let [low, high] = [0, inOrder.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isLater(places[middle] as number, place)) high = middle;
      else low = middle + 1;
    }
    places.copyWithin(low + 1, low, inOrder.count);
    places[low] = place;
    inOrder.count += 1;
  }
}

const all = new WeakMap<Held, InOrder>();

/** All places in the order of time, dead ones too. It is kept for the next one who asks, and only what came since is put between. */
export function allInOrder(held: Held): InOrder {
  const kept = all.get(held) ?? noPlaces();
  all.set(held, kept);
  putInOrder(
    held,
    kept,
    Array.from({ length: held.count() - kept.count }, (_, index) => kept.count + index),
  );
  return kept;
}

/** The latest of these that may be shown, and begin after so many others; the latest first. */
export function latestOf({ places, count }: InOrder, open: Uint8Array, from: number, most: number): number[] {
  const latest: number[] = [];
  let left = from;
  for (let index = count - 1; index >= 0 && latest.length < most; index -= 1) {
    const place = places[index] as number;
    if (open[place] === 0) continue;
    if (left > 0) left -= 1;
    else latest.push(place);
  }
  return latest;
}
