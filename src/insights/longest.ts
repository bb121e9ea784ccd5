import type { Columns } from './columns.ts';
import { fewest } from './measures.ts';

/** The places of those that took longest to mitigate, the longest first. */
export function longest({ mitigate, ids, numbers }: Columns, places: Int32Array): number[] {
  const length = (place: number) => mitigate[place] as number;
  const isBefore = (one: number, other: number): boolean =>
    length(one) > length(other) || (length(one) === length(other) && (ids[one] as string) < (ids[other] as string));
  const found: number[] = [];
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    const last = found[fewest - 1];
    if (Number.isNaN(length(place)) || (last !== undefined && !isBefore(place, last))) continue;
    const behind = found.findIndex((other) => isBefore(place, other));
    found.splice(behind === -1 ? found.length : behind, 0, place);
    found.length = Math.min(found.length, fewest);
  }
  return found.toSorted((one, other) => length(other) - length(one) || (numbers[one] ?? 0) - (numbers[other] ?? 0));
}
