import { type Said, say } from '../../record/said.ts';

const longYear = /(?<![\d.#/-])\d{5,8}[-/](?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])(?!\d)/;
const isoDay = /(?<![\d.#/-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const clock = /(?<![\d.:+-])(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:])/;
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What nearly every time looks like: nothing in it can be wrong. */
const plain =
  /^(?=\d)(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])[T ]?)?(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?(?: ?[A-Z]{1,4})?$/;

/** True for a written time that no check of written times has anything to say about. */
export const isPlainTime = (written: string): boolean => plain.test(written) && !written.endsWith('M');

/** Why a written time cannot be (`20202-01-16`, `2021-02-31`, `25:00`); undefined when nothing in it is impossible. */
export function readImpossible(written: string): Said | undefined {
  if (written.length > 120 || isPlainTime(written)) return undefined;
  if (longYear.test(written)) return say`the year has more than four digits`;
  const [, year, month, day] = isoDay.exec(written) ?? [];
  if (year !== undefined) {
    const days = monthDays[Number(month) - 1];
    if (days === undefined) return say`there is no month ${month}`;
    const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
    const most = Number(month) === 2 && !leap ? 28 : days;
    if (Number(day) < 1 || Number(day) > most) return say`month ${month} of ${year} has ${most} days`;
  }
  const [, hour, minute] = clock.exec(written.replace(isoDay, ' ')) ?? [];
  if (hour === undefined) return undefined;
  if (Number(hour) > 24 || (Number(hour) === 24 && minute !== '00')) return say`there is no hour ${hour}`;
  return Number(minute) > 59 ? say`there is no minute ${minute}` : undefined;
}

const half = /(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?\s?([ap])\.?m\b/i;

/** Why the clock part of a written time contradicts itself: `23:00 AM`, `0:30 PM`. `13:41 PM` is only said twice. */
export function readInvalidClock(written: string): { reason: Said; harmless: boolean } | undefined {
  const [, hour, , letter] = (written.length > 120 ? null : half.exec(written)) ?? [];
  if (hour === undefined) return undefined;
  const morning = letter?.toLowerCase() === 'a';
  if (Number(hour) > 12)
    return { reason: say`the 24-hour clock needs no ${morning ? 'AM' : 'PM'}`, harmless: !morning };
  return undefined;
}

/** A range with AM or PM on one side only, written with a leading zero: `02:00 and 02.30 PM` in a 24-hour timeline. */
export const halfNamedRange =
  /(?<![\d.:])0?\d[:.][0-5]\d\s{0,2}(?:-|–|—|and|to|until)\s{0,2}\d{1,2}[:.][0-5]\d\s?[ap]m\b/i;

/** A time somebody meant to fill in later: `--:--`, `??:??`, `TBC`, `HH:MM`. */
export const unfilledTime =
  /(?:--|\?\?|xx|__|hh):(?:--|\?\?|xx|__|mm)|\b\d{4}-\d\d-\?\?|\(?\btime\s+tb[acd]\b|^\W{0,3}(?:tb[acd]|\?{1,4})\W{0,3}$/i;
