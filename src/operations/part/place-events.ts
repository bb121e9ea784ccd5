import { momentWindow } from '../../figures/index.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { byPosition, type Part } from './assemble.ts';
import { positionsFor } from './positions.ts';
import type { PlacedEntry } from './statements.ts';

type Entry = Pick<Part, 'id' | 'value'>;

const msOf = (value: unknown): number | undefined => momentWindow(value as TimelineEvent)?.lowMs;

/** How many entries stand before the place of a moment: behind the last that is not later. `leastMs` never falls. */
function placeOf(ms: number, leastMs: readonly number[]): number {
  let [low, high] = [0, leastMs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leastMs[middle] as number) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of each entry and all behind it the earliest moment; one without a time is never passed. */
function earliestFrom(entries: readonly Entry[]): number[] {
  const leastMs = entries.map(({ value }) => msOf(value) ?? Number.POSITIVE_INFINITY);
  for (let index = leastMs.length - 2; index >= 0; index -= 1)
    leastMs[index] = Math.min(leastMs[index] as number, leastMs[index + 1] as number);
  return leastMs;
}

/** The moment that everything new has to be later than to stand at the end; infinite behind an entry without a time. */
export function lastMs(kept: readonly Part[]): number {
  const last = kept.reduce<Part | undefined>(
    (before, part) => (before === undefined || part.position >= before.position ? part : before),
    undefined,
  );
  return last === undefined ? Number.NEGATIVE_INFINITY : (msOf(last.value) ?? Number.POSITIVE_INFINITY);
}

/**
 * Where new events stand in a timeline: each behind the last that is not later. Pure.
 * @returns their positions by id, and those of the others that have to move for them
 */
export function placeEvents(kept: readonly Part[], added: readonly Entry[]): Map<string, number> {
  const order = kept.toSorted(byPosition);
  const leastMs = earliestFrom(order);
  const byTime = added.toSorted((a, b) => (msOf(a.value) ?? 0) - (msOf(b.value) ?? 0));
  const byPlace = Map.groupBy(byTime, ({ value }) => placeOf(msOf(value) ?? 0, leastMs));
  const wanted = [...order, undefined].flatMap((entry, index) => [
    ...(byPlace.get(index) ?? []),
    ...(entry === undefined ? [] : [entry]),
  ]);
  return positionsFor(wanted, kept);
}

/** The entries that stand elsewhere by these positions than they do. Pure. */
export function movedEntries(kept: readonly Part[], positions: ReadonlyMap<string, number>): PlacedEntry[] {
  return kept.flatMap(({ id, version, position }) => {
    const next = positions.get(id) ?? position;
    return next === position ? [] : [{ id, version, position: next }];
  });
}
