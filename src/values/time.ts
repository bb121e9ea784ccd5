import type { Moment } from '../record/moment.ts';
import { type DateParts, dateAt, isoDay, nameOpenings } from './date.ts';
import { bareHourAt, type Clock, clockAt, type ClockPlace, clockText } from './time-clock.ts';
import { offsetOf } from './zone.ts';

/** One mention of a moment in a text: a date, a time of day, or both; a range has `until`. Offsets are in the text. */
export type Mention = {
  date?: DateParts;
  clock?: Clock;
  untilDate?: DateParts;
  until?: Clock;
  /** The same moment written a second time in another zone: `13:14 EDT (17:14 UTC)`. The UTC one is kept as `clock`. */
  alternate?: Mention;
  /** A date whose time is a placeholder (`--:--`, `??:??`, `(Time TBC)`), or a part that cannot be. */
  invalid?: true;
  /** A time counted from a moment the document calls T (`T+00:12`), in minutes; such a mention has no clock until that is known. */
  sinceMinutes?: number;
  from: number;
  to: number;
};

const dateToClock =
  /(?:T|(?:\s(?:early |late )?(?:morning|afternoon|evening|night))?[\s,;@|:()[\]~–—{}*_`-]{0,5}(?:(?:at|um|à|ab|from|between|around|approximately|approx\.?|about|circa|von|starting|kl\.)\s{1,2}[(~]?){0,2})/iy;
const clockToDate = /\s{0,2}(?:,|\(|\bon\b|\bof\b|\bam\b|\ble\b|-|–)?\s{0,2}(?:the\s)?/iy;
const rangeMark =
  /(?:,(?=\s(?:to|until|till)\s))?\s{0,2}(?:->|→|-|–|—|−|to\b|until\b|till?\b|through\b|bis\b|à(?=\s)|and\b|und\b|et\b)\s{0,2}(?:(?:around|about|approximately|approx\.?)\s|~)?/iy;
const secondForm = /\s{0,2}[([/]\s{0,2}(?:=\s?)?/y;
const noTime = /[T\s,]{1,3}(?:at\s)?\(?(?:--:--|\?\?:\?\?|[xX]{2}:[xX]{2}|(?:time )?tb[acd]\b)\)?/iy;
const utcZone = /^(?:utc|gmt|z|zulu)$/i;

function skip(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Minutes of the day; am/pm of the end holds for a start without (9 to 10:30 am, 11-1pm). */
function shareHalf(start: Clock, end: Clock): Clock {
  if (end.meridiem === undefined || start.meridiem !== undefined || start.hour > 12) return start;
  const hour = (start.hour % 12) + (end.meridiem === 'pm' ? 12 : 0);
  const late = hour * 60 + start.minute > end.hour * 60 + end.minute;
  return { ...start, hour: late && hour >= 12 ? hour - 12 : hour, meridiem: end.meridiem };
}

function withUntil(text: string, mention: Mention, start: Clock): Mention {
  const next = skip(rangeMark, text, mention.to);
  if (next < 0) return mention;
  const mark = text.slice(mention.to, next).trim().toLowerCase();
  if (
    /^(?:and|und|et)\b/.test(mark) &&
    !/\b(?:between|zwischen|entre)\s[^.;]{0,30}$/i.test(text.slice(Math.max(0, mention.from - 30), start.from))
  )
    return mention;
  const date = dateAt(text, next);
  const clockFrom = date ? skip(dateToClock, text, date.to) : next;
  const end = clockAt(text, clockFrom, { dotted: true });
  if (!end) return mention;
  const ranged: Mention = {
    ...mention,
    clock: shareHalf(start.zone === undefined && end.zone !== undefined ? { ...start, zone: end.zone } : start, end),
    until: end.zone === undefined && start.zone !== undefined ? { ...end, zone: start.zone } : end,
    to: end.to,
  };
  if (date) ranged.untilDate = date;
  return ranged;
}

function withAlternate(text: string, mention: Mention): Mention {
  const next = mention.clock?.zone === undefined ? -1 : skip(secondForm, text, mention.to);
  const other = next < 0 ? undefined : mentionAt(text, next, {}, false);
  if (other?.clock?.zone === undefined || other.clock.zone === mention.clock?.zone) return mention;
  const to = other.to + (/[)\]]/.test(text[other.to] ?? '') ? 1 : 0);
  return utcZone.test(other.clock.zone)
    ? { ...(mention.date ? { date: mention.date } : {}), ...other, alternate: mention, from: mention.from, to }
    : { ...mention, alternate: other, to };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function mentionAt(text: string, from: number, place: ClockPlace, second = true): Mention | undefined {
  const date = dateAt(text, from);
  if (!date && !isDigit(text.charCodeAt(from))) return undefined;
  const next = date ? skip(dateToClock, text, date.to) : from;
  let clock =
    next < 0
      ? undefined
      : clockAt(text, next, date ? { ...place, dotted: true, dated: date.year !== undefined } : place);
  if (!clock && (!date || next > date.to)) {
    const bare = bareHourAt(text, next);
    const ranged = bare && withUntil(text, { clock: bare, from, to: bare.to }, bare);
    if (ranged?.until && (ranged.until.meridiem !== undefined || ranged.until.to - ranged.until.from > 4)) clock = bare;
  }
  if (!clock) {
    if (!date) return undefined;
    const placeholder = skip(noTime, text, date.to);
    const open = placeholder > 0 || date.invalid;
    const to = placeholder > 0 ? placeholder : date.to;
    return open ? { date, from, to, invalid: true } : { date, from, to };
  }
  let mention: Mention = date ? { date, clock, from, to: clock.to } : { clock, from, to: clock.to };
  if (date?.invalid || clock.invalid) mention.invalid = true;
  mention = withUntil(text, mention, clock);
  if (!mention.date) mention = withDateAfter(text, mention);
  return second ? withAlternate(text, mention) : mention;
}

function withDateAfter(text: string, mention: Mention): Mention {
  const next = skip(clockToDate, text, mention.to);
  const date = next < 0 ? undefined : dateAt(text, next);
  if (!date || (date.month === undefined && !/\bon\b/i.test(text.slice(mention.to, next)))) return mention;
  const after = skip(dateToClock, text, date.to);
  if (after > 0 && clockAt(text, after)) return mention;
  return { ...mention, date, to: date.to, ...(date.invalid ? { invalid: true } : {}) };
}

const hourSign = /^\d{1,2}\s?[hH]\s?\d{2}$/;
const lengthBefore = /\p{L}[\s:*]{1,4}$/u;
const timeBefore =
  /(?:^|[^\p{L}])(?:à|a|at|um|from|de|vers|le|dès|until|to|by|since|entre|et|and|depuis|jusqu'à|at around|around)[\s*]{1,4}$/iu;

/** `2h45` after any other word is a length of time: `Downtime 2h45`. */
function isLength(text: string, mention: Mention): boolean {
  const { clock } = mention;
  if (!clock || mention.date || !hourSign.test(text.slice(clock.from, clock.to))) return false;
  const before = text.slice(Math.max(0, clock.from - 24), clock.from);
  return lengthBefore.test(before) && !timeBefore.test(before);
}

/**
 * What a moment may begin with: a digit or the first letters of a day or month, which no word runs into but by one `_`. Most text
 * is passed over by it, and a word's edge is found far faster than the lack of a letter.
 */
const mayOpen = new RegExp(`(?:\\b_?|__)(?:\\d|${nameOpenings})`, 'gi');
/** Letters of such an opening. */
const openingLetters = 3;
const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 192;
/** Signs directly before a digit that make it part of something else: a version, a path, money, a parameter. */
const glue = new Set([...'.:/#$€£%&=+\\ªµº'].map((sign) => sign.charCodeAt(0)));

function startsHere(text: string, position: number): boolean {
  if (position === 0) return true;
  const before = text.charCodeAt(position - 1);
  if (isWord(before) || glue.has(before)) return false;
  return !((before === 45 || before === 95) && position > 1 && isWord(text.charCodeAt(position - 2)));
}

/**
 * All moments mentioned in a text, in order. A bare number is none; `11.50` only after a date, and with `place` in a time column.
 * Linear in the length of the text.
 */
export function findMoments(text: string, place: ClockPlace = {}): Mention[] {
  const found: Mention[] = [];
  for (let mention = firstMoment(text, place); mention; mention = firstMoment(text, place, mention.to))
    found.push(mention);
  return found;
}

/** The first moment that begins from `from` up to `last`; undefined when none does. */
export function firstMoment(text: string, place: ClockPlace = {}, from = 0, last = text.length): Mention | undefined {
  const within = last + openingLetters < text.length ? text.slice(0, last + openingLetters) : text;
  let position = from;
  for (;;) {
    mayOpen.lastIndex = position;
    if (!mayOpen.test(within)) return undefined;
    const end = mayOpen.lastIndex;
    position = end - (isDigit(text.charCodeAt(end - 1)) ? 1 : openingLetters);
    if (position > last) return undefined;
    const mention = startsHere(text, position) ? mentionAt(text, position, place) : undefined;
    if (mention && !isLength(text, mention)) return mention;
    position = mention ? mention.to : position + 1;
  }
}

/** The day `count` days after a `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  return count === 0 ? day : new Date(Date.parse(`${day}T00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

const minutesOf = (clock: Clock): number => clock.hour * 60 + clock.minute;

/** Days by which the kept (UTC) clock lies after the day written beside the other form: 18:52 PDT (01:52 UTC) is 1. */
function dayShift(mention: Mention, day: string, context: string): number {
  const other = mention.alternate?.clock;
  if (!mention.clock || !other?.zone || !utcZone.test(mention.clock.zone ?? '')) return 0;
  if (mention.date && mention.date !== mention.alternate?.date) return 0;
  const offset = offsetOf(other.zone, `${day}T${clockText(other)}`, context);
  if (offset === undefined || offset === 'Z') return 0;
  const ahead = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * (offset.startsWith('-') ? -1 : 1);
  return Math.round((minutesOf(other) - ahead - minutesOf(mention.clock)) / 1440);
}

/** What a mention means on a day. `zone` is the document's zone for times without their own, `context` decides ambiguous zones. */
export function placeMention(
  mention: Mention,
  day: string | undefined,
  options: { zone?: string | undefined; context?: string; untilDay?: string | undefined } = {},
): Omit<Moment, 'written' | 'carried'> {
  const { clock, until } = mention;
  const zone = clock?.zone ?? (clock ? options.zone : undefined);
  if (day === undefined || clock?.invalid || mention.date?.invalid || (!clock && !mention.date))
    return zone === undefined ? { precision: 'unknown' } : { precision: 'unknown', zone };
  if (!clock) return { at: day, precision: 'day' };
  const context = options.context ?? '';
  const write = (on: string, time: Clock): string => {
    const wall = `${on}T${clockText(time)}`;
    const name = time.zone ?? zone;
    return name === undefined ? wall : wall + (offsetOf(name, wall, context) ?? '');
  };
  const start = addDays(day, dayShift(mention, day, context) + (clock.hour === 24 ? 1 : 0));
  if (!until || until.invalid) {
    const at = write(start, clock);
    return zone === undefined ? { at, precision: 'instant' } : { at, precision: 'instant', zone };
  }
  const end = options.untilDay ?? addDays(start, minutesOf(until) < minutesOf(clock) ? 1 : 0);
  return {
    at: write(start, clock),
    until: write(addDays(end, until.hour === 24 ? 1 : 0), until),
    precision: 'range',
    ...(zone === undefined ? {} : { zone }),
  };
}

/**
 * The moment a field or cell states by itself. A time without a date has no `at` (what is written is kept; the reader of the
 * document supplies the day). Undefined when the text mentions no moment.
 */
export function readMoment(text: string): Moment | undefined {
  const mention = firstMoment(text, { column: true });
  if (!mention) return undefined;
  const day = mention.date && isoDay(mention.date);
  const untilDay = mention.untilDate && isoDay(mention.untilDate);
  return { written: text.trim(), ...placeMention(mention, day, untilDay === undefined ? {} : { untilDay }) };
}
