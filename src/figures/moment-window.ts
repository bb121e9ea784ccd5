import type { Moment } from '../record/moment.ts';
import { offsetIn, toEpochMs } from '../values/instant.ts';
import { isKnownZone } from '../values/offset.ts';

/** Between which two instants a moment lies (milliseconds since 1970); equal when it is exact. */
export type MomentWindow = { lowMs: number; highMs: number };

const dayMs = 86_400_000;

/** The zone a moment's wall time is surely in: its written offset, or a zone with a known offset. */
export function zoneOfMoment(moment: Moment): string | undefined {
  const offset = moment.at === undefined ? undefined : offsetIn(moment.at);
  if (isKnownZone(moment.zone) && (offset === undefined || moment.zone?.includes('/'))) return moment.zone;
  return offset;
}

/** The end of a text that may be a day: a day ends where the next one starts. */
function endMs(at: string, zone: string | undefined): number {
  if (at.length > 10) return toEpochMs(at, zone);
  const nextDay = new Date(toEpochMs(at) + dayMs);
  return Number.isNaN(nextDay.getTime()) ? Number.NaN : toEpochMs(nextDay.toISOString().slice(0, 10) + 'T00:00', zone);
}

/**
 * The window of a moment: a point for an instant, `at` to `until` for a range, midnight to midnight for a day.
 * `assumedZone` is used where the moment states none. Undefined when there is no readable time.
 */
export function momentWindow(moment: Moment, assumedZone?: string): MomentWindow | undefined {
  const { at, until, precision } = moment;
  if (at === undefined || precision === 'unknown') return undefined;
  const zone = isKnownZone(moment.zone) ? moment.zone : assumedZone;
  const lowMs = at.length === 10 ? toEpochMs(`${at}T00:00`, zone) : toEpochMs(at, zone);
  let highMs = lowMs;
  if (precision === 'range') highMs = until === undefined ? Number.NaN : endMs(until, zone);
  else if (precision === 'day' || at.length === 10) highMs = endMs(at.slice(0, 10), zone);
  return lowMs <= highMs ? { lowMs, highMs } : undefined;
}

/** True when a moment has an exact, readable time. */
export function isPoint(moment: Moment): boolean {
  const window = momentWindow(moment);
  return window !== undefined && window.lowMs === window.highMs;
}
