import type { Held } from './held.ts';

/** By number of a value, how many places have it: counts places in, or takes them away. */
export function countValues(held: Held, counts: Int32Array, places: ArrayLike<number>, by: 1 | -1): void {
  const [from, numbers] = [held.valuesFrom(), held.valueNumbers()];
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    for (let at = from[place] as number, end = from[place + 1] as number; at < end; at += 1) {
      const value = numbers[at] as number;
      counts[value] = (counts[value] as number) + by;
    }
  }
}
