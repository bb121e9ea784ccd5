import type { TimedEvent } from '../timed-event.ts';

const dayMs = 86_400_000;
/** How far a corrected date may lie from its neighbours. */
const nearMs = 2 * dayMs;

/** The same wall time with another year or month; NaN when that day does not exist. */
function shifted(wall: number, years: number, months: number): number {
  const date = new Date(wall);
  const moved = new Date(wall);
  moved.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months);
  return moved.getUTCDate() === date.getUTCDate() ? moved.getTime() : NaN;
}

const shifts = [
  { years: 1, months: 0, part: 'year' },
  { years: -1, months: 0, part: 'year' },
  { years: 0, months: 1, part: 'month' },
  { years: 0, months: -1, part: 'month' },
] as const;

/** A date that fits between its neighbours only with another year or month. */
export type Typo = { part: 'year' | 'month'; corrected: number };

const near = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) <= nearMs;

/** At the ends of a list only one neighbour speaks, so that one must be confirmed by the next but one. */
function confirmed(events: readonly TimedEvent[], at: number): boolean {
  const wall = (index: number) => events[index]?.wall;
  if (at === 0) return near(wall(1), wall(2));
  return at < events.length - 1 || near(wall(at - 1), wall(at - 2));
}

/**
 * Is the date of this entry a slip of the year or the month? Only when it lies weeks away from its neighbours, and in order
 * between them and next to one of them after the change. A date that is in order as it stands must come next to both.
 */
export function typoAt(events: readonly TimedEvent[], at: number): Typo | undefined {
  const wall = events[at]?.wall;
  if (wall === undefined) return undefined;
  const previous = events[at - 1]?.wall ?? -Infinity;
  const next = events[at + 1]?.wall ?? Infinity;
  if (Math.abs(wall - previous) <= 20 * dayMs || Math.abs(next - wall) <= 20 * dayMs) return undefined;
  if (events[at]?.event.carried === true || !confirmed(events, at)) return undefined;
  const inOrder = previous <= wall && wall <= next;
  for (const { years, months, part } of shifts) {
    const corrected = shifted(wall, years, months);
    if (Number.isNaN(corrected) || corrected < previous || corrected > next) continue;
    const beside = [near(corrected, previous), near(corrected, next)];
    const both = beside.every((side, index) => side || !Number.isFinite(index === 0 ? previous : next));
    if (inOrder ? both && part === 'year' : beside.includes(true)) return { part, corrected };
  }
  return undefined;
}
