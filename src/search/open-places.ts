import type { Held } from './held.ts';
import { scratchOf } from './scratch.ts';

/** What may be shown. */
export type MayShow = {
  /** Numbers of incidents that are not shown. */
  hidden: Iterable<number>;
  /** Days as numbers, both included. */
  since?: number;
  until?: number;
};

/** By place 1 where it may be shown, until the next search begins; the places of what is hidden; whether days are asked for. */
export type Open = { open: Uint8Array; hidden: readonly number[]; ofDays: boolean };

/** Finds the places that may be shown. */
export function openPlaces(held: Held, { hidden: numbers, since, until }: MayShow): Open {
  const open = scratchOf(held).open.subarray(0, held.count());
  open.set(held.alive().subarray(0, held.count()));
  const hidden: number[] = [];
  for (const number of numbers) {
    const place = held.placeOf(number);
    if (place === undefined || open[place] === 0) continue;
    open[place] = 0;
    hidden.push(place);
  }
  const ofDays = since !== undefined || until !== undefined;
  if (ofDays) {
    const days = held.days();
    for (let place = 0; place < open.length; place += 1) {
      const day = days[place] as number;
      if (day < (since ?? 0) || day > (until ?? 99_999_999)) open[place] = 0;
    }
  }
  return { open, hidden, ofDays };
}
