import { letters } from './letters.ts';
import { months, weekdays } from './date-names.ts';

/** A calendar day as written; what is absent was not stated. `from` and `to` are offsets in the text. */
export type DateParts = {
  year?: number;
  month?: number;
  day?: number;
  /** 0 is Sunday; alone (a weekday without a date), with a day of a month named elsewhere, or beside the date. */
  weekday?: number;
  /** Two numbers whose order is open (03/04/2021): the other reading, as [month, day]. */
  ambiguous?: [month: number, day: number];
  /** It has the look of a date and is none: 20202-01-16, 2022-02-??, 31 June. */
  invalid?: true;
  from: number;
  to: number;
};

const iso = /(\d{4,5})([-/.])(\d{1,2})\2(\d{1,2}|\?\?|[xX]{2})(?!\d|-[\p{L}\d])/uy;
const isoUnknown = /(\d{4})-(\d{2}|\?\?|[xX]{2})-(?:\?\?|[xX]{2})/y;
const compact = /(\d{4})(\d{2})(\d{2})(?=T\d{4})/y;
const numeric = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/:-]|\.\d)/y;
/** `11.05. 07:32`, `3.5.`: the second point tells it from a number. */
const dotShort = /(\d{1,2})(\.)(\d{1,2})\.(?=\s{0,2}(?:$|[\n|,;:)–-]|(?:um |ab |bis |at )?\d{1,2}[:.h]\d\d))/y;
const slashShort = /(\d{1,2})\/(\d{1,2})(?=,?\s{1,2}(?:at\s)?\d{1,2}:\d\d)/y;
const dayFirst =
  /(\d{1,2})(?:st|nd|rd|th|\.|er|º)?(?:\s{1,2}(?:of|de)|\s?-)?\s{0,2}(\p{L}{3,10})\.?(?:(?:,|\s?-|\s(?:of|de))?\s{0,2}(\d{4}|'\d{2}|\d{2}(?=[\s,]{1,2}\d{1,2}:))(?!\d|:\d|-))?/uy;
const monthFirst =
  /(\p{L}{3,10})\.?\s{0,2}(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|\d|\s?(?:am|pm|[ap]\.m)\b)(?:\s?[-–—]\s?\d{1,2}(?:st|nd|rd|th)?(?=,?\s{1,2}\d{4}(?!\d|:)))?(?:(?:\s?\([A-Z]{2,4}\))?,?\s{1,2}(\d{4})(?!\d|:\d|-))?/iuy;
/** The first day of several in one month: `6 to 7 March 2023`, `5.-7. Mai`. */
const firstOfDays =
  /(\d{1,2})(?:st|nd|rd|th|\.)?\s?(?:[-–—/&]|to\b|and\b|bis\b|und\b|au\b|et\b|y\b)\s?(?=\d{1,2}(?:st|nd|rd|th|\.)?\s(?:(?:of|de)\s)?\p{L}{3})/uy;
/** The first three letters of every name of a month or day, as a choice in a pattern. */
export const nameOpenings = [...new Set([...months.keys(), ...weekdays.keys()].map((name) => name.slice(0, 3)))].join(
  '|',
);
const nameHere = new RegExp(`(?:${nameOpenings})[${letters}]{0,7}`, 'iy');
const afterWeekday = /\.?,?\s{0,2}(?:the\s{1,2}|de[mnr]\s{1,2}|le\s{1,2}|il\s{1,2}|el\s{1,2})?/iy;
/** The day of a month that is named elsewhere: `Friday 17`, `Freitag, den 17.`, where nothing makes it a time or an amount. */
const dayOfMonth =
  /(\d{1,2})(?:(?:st|nd|rd|th)(?=[.;)](?:\s|$))|(?:st|nd|rd|th|\.)?(?=[*_\s]{0,3}(?:$|\n|[,:–—](?!\d)|\s[-–—]\s)))/iuy;
const weekdayAfter = /,?\s{1,2}\(?(\p{L}{3,9})\)?(?!\p{L})/uy;

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/** True when the day exists in the Gregorian calendar (a 29 February without a year may). */
export function isDate(year: number | undefined, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] ?? 0)) return false;
  if (month === 2 && day === 29 && year !== undefined) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return true;
}

function checked(year: number | undefined, month: number, day: number, from: number, to: number): DateParts {
  const parts: DateParts = year === undefined ? { month, day, from, to } : { year, month, day, from, to };
  const valid = isDate(year, month, day) && (year === undefined || (year >= 1000 && year <= 9999));
  if (!valid) parts.invalid = true;
  return parts;
}

const isSeparator = (code: number): boolean => code === 45 || code === 46 || code === 47;

/** A year of two digits is one of this century: 26 is 2026. */
export const century = (digits: string): number => (digits.length > 2 ? Number(digits) : 2000 + Number(digits));

/** How many digits stand at `from`, at most nine. */
export function digitsAt(text: string, from: number): number {
  let count = 0;
  while (count < 9) {
    const code = text.charCodeAt(from + count);
    if (!(code >= 48 && code <= 57)) break;
    count += 1;
  }
  return count;
}

function numberDate(text: string, from: number, digits: number): DateParts | undefined {
  if (digits < 3) return shortDate(text, from);
  const full = at(iso, text, from);
  if (full) {
    const to = from + full[0].length;
    const day = Number(full[4]);
    if (Number.isNaN(day)) return { year: Number(full[1]), month: Number(full[3]), invalid: true, from, to };
    return full[2] !== '-' && (full[1] ?? '').length > 4
      ? undefined
      : checked(Number(full[1]), Number(full[3]), day, from, to);
  }
  const unknown = at(isoUnknown, text, from);
  if (unknown) return { year: Number(unknown[1]), invalid: true, from, to: from + unknown[0].length };
  const basic = at(compact, text, from);
  return basic
    ? checked(Number(basic[1]), Number(basic[2]), Number(basic[3]), from, from + basic[0].length)
    : undefined;
}

/** Day and month in numbers, with or without a year: 3.2.2021, 03/04/21. */
function shortDate(text: string, from: number): DateParts | undefined {
  const sign = text.charCodeAt(from + 1) < 58 ? text.charCodeAt(from + 2) : 0;
  if (!isSeparator(text.charCodeAt(from + 1)) && !isSeparator(sign)) return undefined;
  const dotted = at(dotShort, text, from);
  const short = dotted ?? at(numeric, text, from) ?? at(slashShort, text, from);
  if (!short) return undefined;
  const to = from + short[0].length;
  const [first, second] = [Number(short[1]), Number(short[4] === undefined && !dotted ? short[2] : short[3])];
  const year = short[4] === undefined ? undefined : century(short[4]);
  if (first > 31 || second > 31 || first === 0 || second === 0) return undefined;
  // Dots are written day first everywhere they are used; slashes and hyphens are not.
  if (first > 12 || short[2] === '.') return second > 12 ? undefined : checked(year, second, first, from, to);
  if (second > 12 || first === second) return checked(year, first, second, from, to);
  return { ...checked(year, second, first, from, to), ambiguous: [first, second] };
}

/** A short name in lower case is a month only beside a year: `10 may fail`. */
const isWeakName = (name: string): boolean => name.length <= 3 && name === name.toLowerCase();

function namedDate(text: string, from: number): DateParts | undefined {
  const day = at(dayFirst, text, from);
  const month = day ? months.get((day[2] ?? '').toLowerCase()) : undefined;
  if (!day || month === undefined) return undefined;
  if (day[3] === undefined && isWeakName(day[2] ?? '')) return undefined;
  const year = day[3] === undefined ? undefined : century(day[3].replace("'", ''));
  const found = checked(year, month, Number(day[1]), from, from + day[0].length);
  return found.invalid && Number(day[1]) > 31 ? undefined : found;
}

/** Several days of one month, as the first of them. */
function daySpan(text: string, from: number): DateParts | undefined {
  const first = at(firstOfDays, text, from);
  const last = first ? namedDate(text, from + first[0].length) : undefined;
  if (!first || last?.day === undefined || Number(first[1]) >= last.day || last.invalid) return undefined;
  return { ...last, day: Number(first[1]), from };
}

/** True for a sign that may part a day from its month: a letter, a blank within the line, or one of `-./&`. */
function goesOn(code: number): boolean {
  if (code > 122 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  return code === 32 || code === 45 || code === 46 || code === 47 || code === 38 || (code < 32 && code !== 10);
}

/** `3rd of May`, `3-5 May`: only where a letter follows the number within a few signs. */
function wordyDate(text: string, from: number, digits: number): DateParts | undefined {
  const code = text.charCodeAt(from + digits);
  if (!goesOn(code)) return undefined;
  return daySpan(text, from) ?? namedDate(text, from);
}

const isCapital = (text: string, from: number): boolean => text[from] !== text[from]?.toLowerCase();

function wordDate(text: string, from: number, weekdayAllowed = true): DateParts | undefined {
  const name = at(nameHere, text, from)?.[0].toLowerCase();
  if (name === undefined) return undefined;
  const weekday = weekdays.get(name);
  if (weekday !== undefined) {
    if (!weekdayAllowed) return undefined;
    const gap = at(afterWeekday, text, from + name.length);
    const next = from + name.length + (gap?.[0].length ?? 0);
    const date = /\d/.test(text[next] ?? '')
      ? (numberDate(text, next, digitsAt(text, next)) ?? namedDate(text, next))
      : wordDate(text, next, false);
    if (date && date.month !== undefined) return { ...date, weekday, from };
    if (!isCapital(text, from)) return undefined;
    const alone = at(dayOfMonth, text, next);
    return alone && isDate(undefined, 1, Number(alone[1]))
      ? { weekday, day: Number(alone[1]), from, to: next + alone[0].length }
      : { weekday, from, to: from + name.length };
  }
  const month = months.get(name);
  const rest = month === undefined ? null : at(monthFirst, text, from);
  if (!rest || month === undefined || (rest[3] === undefined && !isCapital(text, from))) return undefined;
  const found = checked(
    rest[3] === undefined ? undefined : Number(rest[3]),
    month,
    Number(rest[2]),
    from,
    from + rest[0].length,
  );
  return found.invalid && Number(rest[2]) > 31 ? undefined : found;
}

/**
 * The date that starts exactly at `from`, in any common form: 2021-02-03, 2021/2/3, 3.2.2021, 19th of February 2021, Feb 15, 2024,
 * Thu Jan 20, Montag, 3. Mai 2021. A weekday alone counts. Undefined when none starts there.
 */
export function dateAt(text: string, from: number): DateParts | undefined {
  const code = text.charCodeAt(from);
  if (code >= 48 && code <= 57) {
    const digits = digitsAt(text, from);
    if (digits === 3 || digits > 8) return undefined;
    const found = numberDate(text, from, digits) ?? (digits < 3 ? wordyDate(text, from, digits) : undefined);
    const after = found && at(weekdayAfter, text, found.to);
    const weekday = after ? weekdays.get((after[1] ?? '').toLowerCase()) : undefined;
    return found && after && weekday !== undefined ? { ...found, weekday, to: found.to + after[0].length } : found;
  }
  return wordDate(text, from);
}

const pad = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** `YYYY-MM-DD` of a complete, valid and unambiguous date; undefined otherwise. */
export function isoDay(date: DateParts): string | undefined {
  const { year, month, day } = date;
  if (year === undefined || month === undefined || day === undefined || date.invalid || date.ambiguous)
    return undefined;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}
