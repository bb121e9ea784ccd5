import type { Held } from './held.ts';

/**
 * The places that weigh most, the first of equals by `isBefore`; `most` of them in their order. Nearly all are too light: they are left
 * out by a look at their weight.
 */
export function best(
  places: Int32Array,
  most: number,
  weights: Float64Array,
  isBefore: (left: number, right: number) => boolean,
): number[] {
  const kept: number[] = [];
  const precedes = (left: number, right: number): boolean =>
    weights[left] === weights[right] ? isBefore(left, right) : (weights[left] as number) > (weights[right] as number);
  let least = -Infinity;
  const consider = (place: number): void => {
    // Those that weigh the same are no better than the last one kept, mostly.
    if (kept.length === most && !precedes(place, kept[most - 1] as number)) return;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (precedes(place, kept[middle] as number)) high = middle;
      else low = middle + 1;
    }
    kept.splice(low, 0, place);
    if (kept.length > most) kept.pop();
    if (kept.length === most) least = weights[kept[most - 1] as number] as number;
  };
  // Both ends first: in the order of time or against it, the latest stand there, and keep the others out.
  const end = Math.max(0, places.length - most);
  for (let index = end; index < places.length; index += 1) consider(places[index] as number);
  for (let index = 0; index < end; index += 1)
    if ((weights[places[index] as number] as number) >= least) consider(places[index] as number);
  return kept;
}

/** Tells of two places which incident is the later one: by its day, then by its number. */
export function laterIn(held: Held): (left: number, right: number) => boolean {
  const [days, numbers] = [held.days(), held.numbers()];
  return (left, right) =>
    ((days[left] as number) - (days[right] as number) || (numbers[left] as number) - (numbers[right] as number)) > 0;
}
