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
  // From both ends in turn: in the order of time or against it, the latest come early, and keep the others out.
  for (let step = 0; step < places.length; step += 1) {
    const half = step >>> 1;
    const place = places[step & 1 ? places.length - 1 - half : half] as number;
    if ((weights[place] as number) < least) continue;
    // Those that weigh the same are no better than the last one kept, mostly.
    if (kept.length === most && !precedes(place, kept[most - 1] as number)) continue;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (precedes(place, kept[middle] as number)) high = middle;
      else low = middle + 1;
    }
    kept.splice(low, 0, place);
    if (kept.length > most) kept.pop();
    if (kept.length === most) least = weights[kept[most - 1] as number] as number;
  }
  return kept;
}

/** Tells of two places which incident is the later one: by its day, then by its number. */
export function laterIn(held: Held): (left: number, right: number) => boolean {
  const [days, numbers] = [held.days(), held.numbers()];
  return (left, right) =>
    ((days[left] as number) - (days[right] as number) || (numbers[left] as number) - (numbers[right] as number)) > 0;
}
