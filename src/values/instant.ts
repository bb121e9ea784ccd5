import { zoneOffsetMs } from './offset.ts';

/** Read by hand, digit by digit: a document's figures parse a hundred times, and a pattern with groups takes ten times as long. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let index = from; index < from + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (monthDays[month - 1] ?? 0) + leapDay;
}

/** Where the time ends and the offset may begin: after the minutes, the seconds or their fraction. */
function offsetStart(at: string): number {
  if (at[16] !== ':') return 16;
  let end = 19;
  if (at[end] !== '.') return end;
  for (end++; end < 29 && digits(at, end, 1) >= 0;) end++;
  return end;
}

/** Milliseconds of the wall time, as if it were UTC; NaN when it is none. Years before 1000 are zero values of some systems. */
function wallMsOf(at: string): number {
  const [year, month, day] = [digits(at, 0, 4), digits(at, 5, 2), digits(at, 8, 2)];
  if (!(year >= 1000) || at[4] !== '-' || at[7] !== '-' || !isDay(year, month, day)) return Number.NaN;
  if (at.length === 10) return Date.UTC(year, month - 1, day);
  const [hour, minute, second] = [digits(at, 11, 2), digits(at, 14, 2), at[16] === ':' ? digits(at, 17, 2) : 0];
  const separated = (at[10] === 'T' || at[10] === ' ' || at[10] === 't') && at[13] === ':';
  if (!separated || !(hour < 24 && minute < 60 && second <= 60)) return Number.NaN;
  const fractionMs = at[19] === '.' ? Math.floor(Number(`0${at.slice(19, offsetStart(at))}`) * 1000) : 0;
  return Date.UTC(year, month - 1, day, hour, minute, second) + fractionMs;
}

const offsetForm = /^(?:[Zz]|[+-]\d\d:\d\d)$/;

/** The offset an RFC 3339 text ends in (`Z`, `+01:00`), or undefined for a wall time or a day. */
export function offsetIn(at: string): string | undefined {
  if (at.length <= 16) return undefined;
  const offset = at.slice(offsetStart(at));
  return offset === 'Z' || offsetForm.test(offset) ? offset : undefined;
}

/**
 * Milliseconds since 1970 of an RFC 3339 text; NaN when it is none. A wall time without offset is read in `zone`
 * (fixed or IANA), else as UTC. A day means its midnight.
 */
export function toEpochMs(at: string, zone?: string): number {
  const wallMs = wallMsOf(at);
  if (Number.isNaN(wallMs)) return wallMs;
  const offset = offsetIn(at);
  if (offset === 'Z') return wallMs;
  if (offset !== undefined) return wallMs - (zoneOffsetMs(offset, wallMs) ?? 0);
  if (at.length > 16 && offsetStart(at) !== at.length) return Number.NaN;
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
