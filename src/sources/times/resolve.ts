import { isDate } from '../../values/date.ts';
import { toEpochMs } from '../../values/instant.ts';
import { offsetOf } from '../../values/zone.ts';
import type { Stamp, StampDay } from './stamp.ts';

/** What a file says around a time that the time itself does not. */
export type Surroundings = {
  /** The zone that the file states for its times. */
  zone?: string;
  /** The zone taken for times without one; UTC when there is none. */
  zoneElse?: string;
  /** RFC 3339 of the present: a year that is not written is the last one in which the day lies before it. */
  now?: string;
  /** Whether 03/04 is the 4th of March; undefined when the file does not tell. */
  monthFirst?: boolean;
};

/** What is given with a file for times that lack something. A delivery came at a known moment. */
export function givenWith({ zone, now, receivedMs }: Given): Pick<Surroundings, 'zoneElse' | 'now'> {
  const present = now ?? (receivedMs === undefined ? undefined : new Date(receivedMs).toISOString());
  return {
    ...(zone === undefined ? {} : { zoneElse: zone }),
    ...(present === undefined ? {} : { now: present }),
  };
}
type Given = { zone?: string; now?: string; receivedMs?: number };

/** What was not written and had to be taken from elsewhere. */
export type Assumed = 'zone' | 'year' | 'date';

/** An instant, and what of it is not written. */
export type Resolved = { epochMs: number; assumed: Assumed[] };

const pad = (value: number, width = 2) => String(value).padStart(width, '0');
const dayMs = 86_400_000;

/** `YYYY-MM-DD` of a day as written, or why there is none. */
export function dayOf(
  day: StampDay,
  { now, monthFirst }: Surroundings,
): { day: string; assumed: Assumed[] } | { why: string } {
  let { year, month = 0, day: dayOfMonth = 0 } = day;
  if (day.ambiguous) {
    if (monthFirst === undefined)
      return { why: 'its date can be read as day or month first, and nothing in the file tells' };
    const [first, second] = day.ambiguous;
    [month, dayOfMonth] = monthFirst ? [first, second] : [second, first];
  }
  const assumed: Assumed[] = [];
  if (year === undefined) {
    if (now === undefined) return { why: 'its year is not written' };
    assumed.push('year');
    year = Number(now.slice(0, 4));
    // A day of grace: clocks and zones differ.
    if (Date.UTC(year, month - 1, dayOfMonth) > Date.parse(now) + dayMs) year -= 1;
  }
  if (!isDate(year, month, dayOfMonth) || year < 1970) return { why: 'there is no such day' };
  return { day: `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`, assumed };
}

/** The instant of a time of day in a zone, and whether the zone had to be assumed. */
export function instantOf(
  day: string,
  stamp: Pick<Stamp, 'clockMs' | 'zone'>,
  { zone: stated, zoneElse = 'UTC' }: Surroundings,
): Resolved | { why: string } {
  const clockMs = stamp.clockMs ?? 0;
  const wallMs = toEpochMs(day) + clockMs;
  const at = new Date(Math.floor(wallMs)).toISOString().slice(0, 19);
  const written = stamp.zone ?? stated;
  const offset = offsetOf(written ?? zoneElse, at);
  if (offset === undefined)
    return { why: `its zone ${(written ?? zoneElse).slice(0, 40)} has more than one meaning, or none` };
  const epochMs = toEpochMs(`${at}${offset}`) + (wallMs - Math.floor(wallMs / 1000) * 1000);
  if (!(epochMs > 0)) return { why: 'it is no time' };
  return { epochMs, assumed: written === undefined ? ['zone'] : [] };
}

/** The instant of a time with its day. */
export function resolve(stamp: Stamp, around: Surroundings): Resolved | { why: string } {
  if (stamp.epochMs !== undefined) return { epochMs: stamp.epochMs, assumed: [] };
  if (stamp.day === undefined) return { why: 'no day is written' };
  const day = dayOf(stamp.day, around);
  if ('why' in day) return day;
  const found = instantOf(day.day, stamp, around);
  return 'why' in found ? found : { ...found, assumed: [...day.assumed, ...found.assumed] };
}

/** Whether days written as two numbers have the month first, as those tell that can be read one way only. Undefined when they do not agree. */
export function monthFirstIn(stamps: readonly Stamp[]): boolean | undefined {
  const told = new Set(stamps.flatMap(({ day, monthFirst }) => (day && monthFirst !== undefined ? [monthFirst] : [])));
  return told.size === 1 ? told.has(true) : undefined;
}
