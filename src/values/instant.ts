import { zoneOffsetMs } from './offset.ts';

/** RFC 3339 as the record keeps it: the day alone, or with a time to the minute or better, and the offset when known. */
const form = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?([Zz]|[+-]\d\d:\d\d)?)?$/;

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const most = monthDays[month - 1];
  if (most === undefined || day < 1 || day > most) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** The offset an RFC 3339 text ends in (`Z`, `+01:00`), or undefined for a wall time or a day. */
export function offsetIn(at: string): string | undefined {
  return form.exec(at)?.[8];
}

/**
 * Milliseconds since 1970 of an RFC 3339 text; NaN when it is none. A wall time without offset is read in `zone`
 * (fixed or IANA), else as UTC. A day means its midnight. Years before 1000 are no times: zero values of some systems.
 */
export function toEpochMs(at: string, zone?: string): number {
  const found = form.exec(at);
  if (found === null) return Number.NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = found;
  const clock = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  if (!clock || Number(year) < 1000 || !isDay(Number(year), Number(month), Number(day))) return Number.NaN;
  const wallMs =
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) +
    Math.floor(Number(`0.${fraction}`) * 1000);
  if (offset !== undefined) return wallMs - (zoneOffsetMs(offset, wallMs) ?? 0);
  return zone === undefined ? wallMs : wallToEpochMs(wallMs, zone);
}

/** The offset is looked up twice: at the wall time taken as UTC, then at the instant that gives (right around DST changes). */
function wallToEpochMs(wallMs: number, zone: string): number {
  const guess = zoneOffsetMs(zone, wallMs);
  if (guess === undefined) return wallMs;
  return wallMs - (zoneOffsetMs(zone, wallMs - guess) ?? guess);
}

/** RFC 3339 in UTC, to the minute, or to the second when there are any: 2025-12-19T14:23Z. Throws RangeError on NaN. */
export function formatAt(epochMs: number): string {
  const text = new Date(epochMs).toISOString();
  return text.endsWith(':00.000Z') ? `${text.slice(0, 16)}Z` : `${text.slice(0, 19)}Z`;
}
