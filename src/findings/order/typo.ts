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

/** Steps a date may take towards its neighbours, unless it already stands within two days of one of them. */
function fits(wall: number, previous: number | undefined, next: number | undefined): boolean {
  const after = previous === undefined || (wall >= previous && wall - previous <= nearMs);
  const before = next === undefined || (wall <= next && next - wall <= nearMs);
  return after && before && (previous !== undefined || next !== undefined);
}

/**
 * Is the date of this entry a slip of the year or the month? Only when it lies weeks away from its neighbours, and exactly in order
 * between them after the change. With one neighbour the order must be impossible as it stands, or exactly a year off.
 */
export function typoAt(events: readonly TimedEvent[], at: number): Typo | undefined {
  const wall = events[at]?.wall;
  if (wall === undefined || events[at]?.event.carried === true) return undefined;
  const previous = events[at - 1]?.wall;
  const next = events[at + 1]?.wall;
  const far = (other: number | undefined) => other === undefined || Math.abs(other - wall) > 20 * dayMs;
  if (!far(previous) || !far(next)) return undefined;
  const inOrder = (previous === undefined || previous <= wall) && (next === undefined || wall <= next);
  for (const { years, months, part } of shifts) {
    const corrected = shifted(wall, years, months);
    if (Number.isNaN(corrected) || !fits(corrected, previous, next)) continue;
    if (!inOrder || (part === 'year' && events.length > 2)) return { part, corrected };
  }
  return undefined;
}
