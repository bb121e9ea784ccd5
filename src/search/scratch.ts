import type { Held } from './held.ts';
import { grown } from './lists.ts';

/** Arrays by place that one search after the other works in: a megabyte for each search would be garbage. */
export type Scratch = {
  open: Uint8Array;
  fits: Uint8Array;
  latest: Uint8Array;
  scores: Float64Array;
  places: Int32Array;
  others: Int32Array;
};

const scratches = new WeakMap<Held, Scratch>();

/** The arrays of an index. They are at least as long as there are places, and hold what the search before left in them. */
export function scratchOf(held: Held): Scratch {
  const before = scratches.get(held);
  const scratch = {
    open: grown(before?.open ?? new Uint8Array(1024), held.count()),
    fits: grown(before?.fits ?? new Uint8Array(1024), held.count()),
    latest: grown(before?.latest ?? new Uint8Array(1024), held.count()),
    scores: grown(before?.scores ?? new Float64Array(1024), held.count()),
    places: grown(before?.places ?? new Int32Array(1024), held.count()),
    others: grown(before?.others ?? new Int32Array(1024), held.count()),
  };
  scratches.set(held, scratch);
  return scratch;
}
