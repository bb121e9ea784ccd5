import { digitsAt } from './date.ts';
import { zoneSource } from './zone.ts';

/** A time of day as written. */
export type Clock = {
  hour: number;
  minute: number;
  second?: number;
  /** am or pm stood there; absent for the 24-hour form. */
  meridiem?: 'am' | 'pm';
  /** Zone as written after it. */
  zone?: string;
  /** It has the look of a time and cannot be one: 25:10, 09:75. */
  invalid?: true;
  from: number;
  to: number;
};

/** Where it stands: `11.50` is a time directly after a date or in a time column, `1423` only in the column. */
export type ClockPlace = { dotted?: boolean; column?: boolean; dated?: boolean };

const colon = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d|:\d|\.\d)/y;
const dotted = /(\d{1,2})\.(\d{2})(?![\d%]|[.,]\d)/y;
const french = /(\d{1,2})\s?[hH]\s?(\d{2})(?!\d|\s?m|:\d)/y;
const digits = /(\d{2})(\d{2})(?:(\d{2}))?(?=Z\b|\s?(?:UTC|GMT|hrs?\b|[A-Z]{2,3}T\b))/y;
const bareDigits = /(\d{2})(\d{2})(?=h\b|\s|$|\]|\)|:|-|–)/y;
/** `19 June 2025 2210`, where nothing follows that would make it an amount. */
const digitsAfterDate = /([01]\d|2[0-3])([0-5]\d)(?=\s{0,2}(?:$|[\n,;.)\]|–-]|hrs?\b|h\b|[A-Z]{3,4}\b|local\b))/y;
const hourOnly = /(\d{1,2})(?=\s?(?:[aApP]\.?\s?[mM]\b|Uhr\b))/y;
const half = /\s{0,2}([ap])\.?\s?m\b\.?|([ap])(?![\w.])/iy;
const clockWord = /\s?(?:Uhr\b|hrs?\b|hours\b|h\b)/y;
const zoneAfter = new RegExp(
  `(?:\\s{0,2}[([]?(${zoneSource})[)\\]]?|\\s?([+−-]\\d{2}:?\\d{2})(?![\\d:])(?:\\s(?:UTC|GMT))?)`,
  'y',
);

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/** The hour on the 24-hour clock; an hour that am/pm contradicts (13:41 PM) is kept as it stands. */
export function hour24(hour: number, meridiem: 'am' | 'pm' | undefined): number {
  if (meridiem === undefined || hour > 12 || hour === 0) return hour;
  return (hour % 12) + (meridiem === 'pm' ? 12 : 0);
}

/** Letters of which one makes a number an hour, next to it or after a blank: `14h05`, `2 PM`, `14 Uhr`. */
const hourLetters = 'hHaApPU';
const mayBeHour = (text: string, end: number): boolean =>
  hourLetters.includes(text[end] ?? ' ') || hourLetters.includes(text[end + 1] ?? ' ');

function match(text: string, from: number, place: ClockPlace): RegExpExecArray | null {
  const count = digitsAt(text, from);
  if (count > 2) {
    const found = count === 4 || count === 6 ? at(digits, text, from) : null;
    if (found || count !== 4) return found;
    return place.column ? at(bareDigits, text, from) : place.dated ? at(digitsAfterDate, text, from) : null;
  }
  if (count === 0) return null;
  const sign = text.charCodeAt(from + count);
  if (sign === 58) return at(colon, text, from);
  const found = mayBeHour(text, from + count) ? (at(french, text, from) ?? at(hourOnly, text, from)) : null;
  if (found || sign !== 46) return found;
  const dot = at(dotted, text, from);
  if (
    dot &&
    (place.dotted || place.column || at(half, text, dotted.lastIndex) || at(clockWord, text, dotted.lastIndex))
  )
    return dot;
  return null;
}

/** `-10:40` is an offset only after seconds or an ISO time; elsewhere it ends a range. */
function zoneAt(text: string, position: number, exact: boolean): RegExpExecArray | null {
  const zone = at(zoneAfter, text, position);
  return zone?.[2] !== undefined && !exact && !zone[2].startsWith('+') ? null : zone;
}

/**
 * The time of day that starts exactly at `from`: 14:05, 09:15:04, 7:56am, 10:45a, 14h05, 1423Z, 2 PM, 14.05 Uhr; with the zone after it.
 * Undefined when none starts there.
 */
export function clockAt(text: string, from: number, place: ClockPlace = {}): Clock | undefined {
  const found = match(text, from, place);
  if (!found) return undefined;
  let to = from + found[0].length;
  const halfDay = at(half, text, to);
  const letter = (halfDay?.[1] ?? halfDay?.[2])?.toLowerCase();
  if (halfDay) to += halfDay[0].length;
  else to += at(clockWord, text, to)?.[0].length ?? 0;
  const meridiem = letter === undefined ? undefined : letter === 'a' ? 'am' : 'pm';
  const zone = zoneAt(text, to, found[3] !== undefined || text[from - 1] === 'T');
  if (zone) to += zone[0].length;
  else if (text.charCodeAt(to) >= 48 && /[\p{L}\d]/u.test(text[to] ?? '')) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  const second = found[3] === undefined ? 0 : Number(found[3]);
  const clock: Clock = { hour: hour24(hour, meridiem), minute, from, to };
  if (found[3] !== undefined) clock.second = second;
  if (meridiem !== undefined) clock.meridiem = meridiem;
  if (zone) clock.zone = (zone[1] ?? zone[2] ?? '').trim();
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute > 0)) clock.invalid = true;
  return clock;
}

const bareHour = /(\d{1,2})(?::(\d{2}))?(?=\s{0,2}(?:-|–|—|to|and|until|till)\s{0,2}\d)/y;

/** An hour that only what follows makes a time: `9` in `9 to 10:30 am`. The caller checks what follows. */
export function bareHourAt(text: string, from: number): Clock | undefined {
  const found = at(bareHour, text, from);
  if (!found || Number(found[1]) > 12) return undefined;
  return { hour: Number(found[1]), minute: Number(found[2] ?? 0), from, to: from + found[0].length };
}

const pad = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** `HH:MM` or `HH:MM:SS`, as `at` holds it. */
export function clockText(clock: Clock): string {
  const base = `${pad(clock.hour === 24 ? 0 : clock.hour)}:${pad(clock.minute)}`;
  return clock.second === undefined ? base : `${base}:${pad(clock.second)}`;
}
