import { century, type DateParts, dateAt } from '../../values/date.ts';
import { months } from '../../values/date-names.ts';
import { clockAt, hour24 } from '../../values/time-clock.ts';
import { zoneSource } from '../../values/zone.ts';

/** A day as written; `ambiguous` when its two numbers can be month and day either way. */
export type StampDay = Pick<DateParts, 'year' | 'month' | 'day' | 'ambiguous'>;

/** A time as written, before it is known which instant that is. `from` and `to` are offsets in the text. */
export type Stamp = {
  day?: StampDay;
  /** Since midnight of the day; a fraction keeps microseconds. Absent for a day alone. */
  clockMs?: number;
  /** A zone or an offset, where one is written. */
  zone?: string;
  /** For a count of seconds since 1970, which says all by itself. */
  epochMs?: number;
  /** Set when the written day or am and pm tell whether the month comes first: 13/03, 3/13, 2:21 PM. */
  monthFirst?: boolean;
  /** Set when only programs write a time like this: with a fraction of a second, as ctime or a web server does. */
  isMachine?: true;
  from: number;
  to: number;
};

/** "10:15 am Montag" is German: a small `am` before a word is none of the two halves of a day, unless that is a zone. */
const preposition = String.raw`am (?!\d{4}(?!\d)|(?:${zoneSource}))[^\s|–—(["<-]`;
const half = String.raw`(?:\s?(?!${preposition})([AaPp])(?:\.\s?)?[Mm](?!\w)\.?)?`;
const time = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?${half}`;
const weekday = String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s)?`;
const zone = String.raw`(?:\s?(Z(?![A-Za-z])|[+−-]\d\d(?::?\d\d)?(?![\d:])|(?<=\s)(?:${zoneSource})|(?:UTC|GMT)(?!\w)))?`;

/** What JavaScript writes behind its offset: the name of the zone. */
const zoneName = String.raw`(?:(?<=GMT[+-]\d{4})\s\([^()\n]{2,60}\))?`;

/** Java and Temporal write the zone's name behind the offset, in brackets. */
const named = String.raw`(?:\[(${zoneSource})\])?`;

/** Formats of logs, each with the groups it has, in order: numbers, a month's name, the parts of the clock, its half, a zone. */
const formats: { pattern: RegExp; parts: string }[] = [
  {
    pattern: new RegExp(
      `${weekday}(\\d{4})([-/.])(\\d\\d)\\2(\\d\\d)(?:T|t|_|,?\\s{1,2}|:)${time}${zone}${named}`,
      'y',
    ),
    parts: 'Y_MDhmsfpzz',
  },
  {
    pattern: new RegExp(`(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(?:(\\d\\d)(?:[.,](\\d{1,9}))?)?${zone}(?!\\d)`, 'y'),
    parts: 'YMDhmsfz',
  },
  {
    // 2026年3月4日(水) 午後2:21, and the same in Chinese and Korean.
    pattern:
      /(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일](?:\s?[((][^()()\s]{1,3}[))])?\s{0,2}(午前|午後|上午|下午|오전|오후)?\s?(\d{1,2})[:時时시]\s?(\d\d)(?:[:分분]\s?(\d\d))?[分분秒초]?/y,
    parts: 'YMDphms',
  },
  {
    // Jira's tables: 04/Mar/26 2:23 PM.
    pattern: new RegExp(
      `(\\d{1,2})/(\\p{L}{3,5})\\.?/(\\d\\d)\\s(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?(?!\\d)${half}`,
      'uy',
    ),
    parts: 'DNYhmsp',
  },
  { pattern: new RegExp(`(\\d{1,2})[/-]([A-Z][a-z]{2})[/-](\\d{4})[:\\s]${time}${zone}`, 'y'), parts: 'DNYhmsfpz' },
  {
    pattern: new RegExp(
      `${weekday}([A-Z][a-z]{2})\\s{1,2}(\\d{1,2})\\s${time}${zone}\\s(\\d{4})(?!\\d|:)(?:\\s([+-]\\d{4}))?`,
      'y',
    ),
    parts: 'NDhmsfpzYz',
  },
  {
    pattern: new RegExp(`${weekday}([A-Z][a-z]{2})\\s{1,2}(\\d{1,2})\\s(\\d{4})\\s${time}${zone}${zoneName}`, 'y'),
    parts: 'NDYhmsfpz',
  },
  { pattern: new RegExp(`${weekday}([A-Z][a-z]{2})\\s{1,2}(\\d{1,2})\\s${time}${zone}`, 'y'), parts: 'NDhmsfpz' },
  {
    pattern: new RegExp(`${weekday}(\\d{1,2})\\s([A-Z][a-z]{2})\\s(\\d{4})\\s${time}${zone}`, 'y'),
    parts: 'DNYhmsfpz',
  },
];

const seconds = /(\d{10})(?:[.,](\d{1,9}))?(?![\d.-])/y;
const finer = /(\d{13}|\d{16}|\d{19})(?![\d.-])/y;
const between = /(?:,?\s{1,2}(?:(?:at|um|à|às|a las|alle(?: ore)?|om|kl\.?|klo|@)\s)?|T|,|\s[-–—|]\s)/y;
const numbers = /(\d{1,2})[/-](\d{1,2})[/-]\d{2}/y;
const fraction = /[.,](\d{1,9})/y;

const number = (text: string | undefined) => Number(text ?? '0');

function clockOf(hour: number, minute: number, second: number, digits = ''): number | undefined {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  return hour * 3_600_000 + minute * 60_000 + second * 1000 + (digits === '' ? 0 : Number(`0.${digits}`) * 1000);
}

/** `_` is what parts year, month and day; `NDhmsfpzYz` is ctime, whose clock stands before the year. */
const isMachine = (values: Partial<Record<string, string>>, parts: string): boolean =>
  values['f'] !== undefined || (values['_'] === '/' && values['s'] !== undefined) || parts === 'NDhmsfpzYz';

function fromFormat(match: RegExpExecArray, parts: string): Stamp | undefined {
  const values: Partial<Record<string, string>> = {};
  for (const [index, part] of [...parts].entries()) {
    const value = match[index + 1];
    if (value !== undefined && value !== '') values[part] = value;
  }
  const month = values['N'] === undefined ? number(values['M']) : months.get(values['N'].toLowerCase());
  const half = values['p'] === undefined ? undefined : /[a前上전]/i.test(values['p']) ? 'am' : 'pm';
  const hour = hour24(number(values['h']), half);
  const clockMs = clockOf(hour, number(values['m']), number(values['s']), values['f']);
  if (month === undefined || clockMs === undefined) return undefined;
  const year = values['Y'] === undefined ? {} : { year: century(values['Y']) };
  return {
    day: { ...year, month, day: number(values['D']) },
    clockMs,
    ...(values['z'] === undefined ? {} : { zone: values['z'] }),
    ...(isMachine(values, parts) ? { isMachine: true } : {}),
    from: match.index,
    to: match.index + match[0].length,
  };
}

function epochAt(text: string, from: number): Stamp | undefined {
  seconds.lastIndex = from;
  const short = seconds.exec(text);
  if (short) {
    const epochMs = Number(short[1]) * 1000 + (short[2] === undefined ? 0 : Number(`0.${short[2]}`) * 1000);
    return { epochMs, from, to: from + short[0].length };
  }
  finer.lastIndex = from;
  const long = finer.exec(text)?.[1];
  return long === undefined
    ? undefined
    : { epochMs: Number(long) / 10 ** (long.length - 13), from, to: from + long.length };
}

/** A time of day as people write it: `14:21`, `2:21 PM`, `14:21:00.123 UTC`. */
export function clockStampAt(text: string, from: number): Stamp | undefined {
  const clock = clockAt(text, from);
  if (!clock || clock.invalid) return undefined;
  fraction.lastIndex = text.indexOf(':', from) + 6;
  const digits = clock.second === undefined ? undefined : fraction.exec(text);
  const inside = digits && digits.index < clock.to ? digits[1] : '';
  const clockMs = clockOf(clock.hour, clock.minute, clock.second ?? 0, inside);
  if (clockMs === undefined) return undefined;
  return {
    clockMs,
    ...(clock.zone === undefined ? {} : { zone: clock.zone }),
    ...(clock.meridiem === undefined ? {} : { monthFirst: true }),
    ...(inside ? { isMachine: true as const } : {}),
    from,
    to: clock.to,
  };
}

/** A day as people write it: `4 March 2026`, `04.03.2026`, `Wed 3/4`. */
export function dayStampAt(text: string, from: number): Stamp | undefined {
  const date = dateAt(text, from);
  if (date?.month === undefined || date.day === undefined || date.invalid) return undefined;
  const { year, month, day, ambiguous } = date;
  const exact = { ...(year === undefined ? {} : { year }), month, day, ...(ambiguous ? { ambiguous } : {}) };
  numbers.lastIndex = from;
  const [, first, second] = numbers.exec(text) ?? [];
  const told = first === undefined || second === undefined || ambiguous ? undefined : Number(second) > 12;
  const order = told === undefined || (!told && Number(first) <= 12) ? {} : { monthFirst: told };
  return { day: exact, ...order, from, to: date.to };
}

/** The time with its day, or the count of seconds, that starts exactly at `from`. Undefined when none starts there. */
export function stampAt(text: string, from: number): Stamp | undefined {
  const code = text.charCodeAt(from);
  const isDigit = code >= 48 && code <= 57;
  if (!isDigit && !(code >= 65)) return undefined;
  for (const { pattern, parts } of formats) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    const stamp = match && fromFormat(match, parts);
    if (stamp) return stamp;
  }
  const epoch = isDigit ? epochAt(text, from) : undefined;
  if (epoch) return epoch;
  const day = dayStampAt(text, from);
  if (!day) return undefined;
  between.lastIndex = day.to;
  if (!between.test(text)) return undefined;
  const clock = clockStampAt(text, between.lastIndex);
  return clock && { ...day, ...clock, ...(day.monthFirst === undefined ? {} : { monthFirst: day.monthFirst }), from };
}
