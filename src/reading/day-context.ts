import { type DateParts, isDate, isoDay } from '../values/date.ts';
import { addDays } from '../values/time.ts';
import type { DayBase } from './day-base.ts';
import { resolveOrder } from './day-order.ts';
import { once } from './once.ts';
import type { Entry } from './entry.ts';

/** An entry with the day it falls on; `carried` when its own text does not state the day in full. */
export type Dated = { entry: Entry; day?: string; untilDay?: string; carried: boolean };

/** A step back of more than this is the next day; a smaller one is disorder and kept. */
const nextDayMinutes = 180;
/** Prose goes back and forth within a day, so there the step must be bigger. */
const nextDayInProse = 720;

/** `11:48 PM … 12:31 PM`: behind a late hour the one named twelve is past midnight, whatever half of the day is written. */
const pastMidnight = (minutes: number, previous: number): boolean =>
  minutes >= 720 && minutes < 780 && previous >= 22 * 60;

/** A post that tells what happened days before: its times are those of the incident. */
const afterwards =
  /(?:^|[—–:|-]\s)[\s*_]{0,4}(?:root cause|post-?mortem|rca|summary|final (?:report|update)|follow-?up)[\s*_:.]{0,6}$/i;

/** A strand of entries (see Entry) with the day and minute it begins at. */
type Strand = { id: number; first: number; day?: string };
/** A strand may begin this much before the one above it and still be of its day. */
const strandSlackMinutes = 60;

/** Minutes of the day on the clock that was written first: days are counted on it, also where the UTC form beside it is kept. */
function minutesOf({ mention }: Entry): number {
  const first = mention.alternate?.from === mention.from ? mention.alternate.clock : mention.clock;
  return (first?.hour ?? 0) * 60 + (first?.minute ?? 0);
}

/** Groups that run backwards (newest first): more steps back than forward; entries without a date are of the day before them. */
function reversedGroups(entries: Entry[]): Set<number> {
  const balance = new Map<number, number>();
  const last = new Map<number, { stamp: number; dayNumber: number }>();
  for (const entry of entries) {
    if (!entry.mention.clock) continue;
    const date = entry.mention.date;
    const before = last.get(entry.group);
    const dayNumber = date?.month === undefined ? (before?.dayNumber ?? 0) : date.month * 31 + (date.day ?? 0);
    const stamp = dayNumber * 1440 + minutesOf(entry);
    if (before && stamp !== before.stamp)
      balance.set(entry.group, (balance.get(entry.group) ?? 0) + Math.sign(stamp - before.stamp));
    last.set(entry.group, { stamp, dayNumber });
  }
  return new Set([...balance].filter(([, steps]) => steps <= -2).map(([group]) => group));
}

/** `Friday 17` in the month of the day known, or the month before or after: where the 17th is a Friday. */
function weekdayOfMonth({ weekday, day }: DateParts, near: string | undefined): string | undefined {
  if (near === undefined) return undefined;
  const [year, month] = [Number(near.slice(0, 4)), Number(near.slice(5, 7))];
  for (const step of [0, 1, -1]) {
    const start = new Date(Date.UTC(year, month - 1 + step, 1)).toISOString();
    const parts = { year: Number(start.slice(0, 4)), month: Number(start.slice(5, 7)), day: day ?? 0 };
    const found = isDate(parts.year, parts.month, parts.day) ? isoDay({ ...parts, from: 0, to: 0 }) : undefined;
    if (found !== undefined && new Date(`${found}T00:00Z`).getUTCDay() === weekday) return found;
  }
  return undefined;
}

/** Completes a date from what is known: the year from the day before it or the document, a weekday from the day before it. */
function completeDay(
  date: DateParts,
  current: string | undefined,
  base: DayBase,
  backwards: boolean,
): string | undefined {
  const full = resolveOrder(date, base.order);
  const exact = isoDay(full);
  if (exact !== undefined || full.invalid || full.ambiguous) return exact;
  const near = current ?? base.day;
  if (full.month === undefined) {
    if (full.weekday === undefined) return undefined;
    if (full.day !== undefined) return weekdayOfMonth(full, near ?? base.month);
    if (near === undefined) return undefined;
    const step = full.weekday - new Date(`${near}T00:00Z`).getUTCDay();
    const past = backwards || (current === undefined && base.written === true);
    return addDays(near, past ? step - (step > 0 ? 7 : 0) : (step + 7) % 7);
  }
  const year = near === undefined ? base.year : Number(near.slice(0, 4));
  if (year === undefined) return undefined;
  if (near === undefined) return isoDay({ ...full, year });
  const years = new Set([year, year + 1, year - 1, full.weekday === undefined ? year : (base.year ?? year)]);
  const candidates = [...years].flatMap((candidate) => isoDay({ ...full, year: candidate }) ?? []);
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(near));
  // `Monday, 4 November` is of the year in which that is a Monday.
  const fitting = candidates.filter((day) => new Date(`${day}T00:00Z`).getUTCDay() === full.weekday);
  return (fitting.length === 1 ? fitting : candidates).toSorted((a, b) => distance(a) - distance(b))[0];
}

/** A weekday alone is that of the day which the document names with its date: `Monday, 8 January … Monday, 17:40`. */
function namedDay({ weekday, day, month }: DateParts, named: ReadonlySet<string>): string | undefined {
  if (weekday === undefined || day !== undefined || month !== undefined) return undefined;
  const same = [...named].filter((known) => new Date(`${known}T00:00Z`).getUTCDay() === weekday);
  return same.length === 1 ? same[0] : undefined;
}

/** More outages than these are no few that a document tells one by one. */
const mostWindows = 60;

/** A list that begins at the minute of one of several outages tells of that one, and is of its day. */
function windowDay(first: Entry, windows: Entry[]): string | undefined {
  if (windows.length < 2 || windows.length > mostWindows || !first.mention.clock) return undefined;
  const same = windows.filter((entry) => minutesOf(entry) === minutesOf(first));
  const days = new Set(same.map(({ mention }) => mention.date && isoDay(mention.date)));
  return days.size === 1 ? [...days][0] : undefined;
}

/**
 * Gives every entry its day. The order of trust: the entry's own date, the entry before it, the heading above it, the document's day.
 * A big step back in time is the next day (a big step forward the day before, in a list that runs newest first).
 */
export function dateEntries(entries: Entry[], base: DayBase): Dated[] {
  const backwards = reversedGroups(entries);
  const dated: Dated[] = [];
  let current: string | undefined;
  let previous: number | undefined;
  let group: number | undefined;
  let invalidDay = false;
  let strand: Strand | undefined;
  let post: Entry | undefined;
  const named = new Set(entries.flatMap(({ mention }) => (mention.date && isoDay(mention.date)) ?? []));
  const windows = once(() =>
    entries.filter(({ milestone, source }) => milestone === 'impactStarted' && source === 'table'),
  );
  for (const entry of entries) {
    const reverse = backwards.has(entry.group);
    if (entry.group !== group) {
      // A new group starts at the document's day again; entries told in prose hang together.
      if (group !== undefined && entry.source !== 'prose' && base.day !== undefined)
        current = (entry.mention.date ? undefined : windowDay(entry, windows())) ?? base.day;
      group = entry.group;
      previous = undefined;
      strand = undefined;
      invalidDay = false;
    }
    if (entry.strand !== undefined && entry.strand !== strand?.id) {
      // A strand that begins within the span of the one before it starts over on its day.
      if (strand?.day !== undefined && entry.mention.clock && minutesOf(entry) >= strand.first - strandSlackMinutes) {
        current = strand.day;
        previous = undefined;
      }
      strand = { id: entry.strand, first: minutesOf(entry) };
    }
    const { date, clock } = entry.mention;
    if (date || entry.source !== 'prose') post = entry;
    else if (post && base.day !== undefined && clock) {
      if (afterwards.test(post.text.slice(0, 120))) {
        current = base.day;
        previous = undefined;
      }
      post = undefined;
    }
    const exact = date && isoDay(resolveOrder(date, base.order));
    const told = date && (exact ?? namedDay(date, named) ?? completeDay(date, current, base, reverse));
    if (entry.aside && clock && told !== undefined) {
      dated.push({ entry, day: told, carried: exact === undefined });
      continue;
    }
    const isAside = entry.aside === true && base.day !== undefined && base.written !== true && told !== base.day;
    const own = isAside ? undefined : told;
    if (own !== undefined) {
      current = own;
      invalidDay = false;
    } else if ((date?.invalid || date?.ambiguous) && !entry.aside) invalidDay = true;
    else if (clock && previous !== undefined && current !== undefined) {
      const minutes = minutesOf(entry);
      const least = entry.source === 'prose' && !pastMidnight(minutes, previous) ? nextDayInProse : nextDayMinutes;
      current = rolled(current, minutes - previous, reverse, least);
    }
    current ??= base.day;
    if (strand && current !== undefined) strand.day ??= current;
    if (clock) previous = minutesOf(entry);
    else if (own !== undefined) previous = undefined;
    const day = invalidDay ? undefined : current;
    const until = entry.mention.untilDate && completeDay(entry.mention.untilDate, current, base, false);
    const item: Dated = { entry, carried: own === undefined || exact === undefined };
    if (day !== undefined) item.day = day;
    if (until !== undefined) item.untilDay = until;
    dated.push(item);
  }
  return backfilled(dated);
}

function rolled(day: string, step: number, reverse: boolean, least: number): string {
  if (!reverse && step < -least) return addDays(day, 1);
  if (reverse && step > least) return addDays(day, -1);
  return day;
}

/** Entries before the first date take it. */
function backfilled(dated: Dated[]): Dated[] {
  const first = dated.findIndex(({ day }) => day !== undefined);
  const day = dated[first]?.day;
  if (first <= 0 || day === undefined) return dated;
  return dated.map((item, index) =>
    index < first && !item.entry.mention.date?.invalid && !item.entry.mention.date?.ambiguous ? { ...item, day } : item,
  );
}
