/**
 * Two countries by hand, from printed calendars: no library of dates, no table of zones. What the simulation of half a year is compared
 * with must not share its mistakes.
 */
export type Place = {
  zone: string;
  regions: string[];
  /** Minutes ahead of UTC, each from an instant on. */
  offsets: readonly (readonly [from: string, minutes: number])[];
  holidays: readonly string[];
  /** Hours in UTC at which most is to be said. */
  busyHours: readonly number[];
};

export const munich: Place = {
  zone: 'Europe/Berlin',
  busyHours: [7, 8],
  regions: ['DE-BY'],
  offsets: [
    ['2027-10-31T01:00:00Z', 60],
    ['2028-03-26T01:00:00Z', 120],
  ],
  holidays:
    '2027-12-25 2027-12-26 2028-01-01 2028-01-06 2028-04-14 2028-04-17 2028-05-01 2028-05-25 2028-06-05 2028-06-15'.split(
      ' ',
    ),
};

export const newYork: Place = {
  zone: 'America/New_York',
  busyHours: [13, 14],
  regions: ['US'],
  offsets: [
    ['2027-11-07T06:00:00Z', -300],
    ['2028-03-12T07:00:00Z', -240],
  ],
  // 25 December and 1 January are Saturdays: the Fridays before them are off.
  holidays: '2027-12-24 2027-12-25 2027-12-31 2028-01-01 2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04'.split(
    ' ',
  ),
};

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

const offsetMs = ({ offsets }: Place, instant: number): number =>
  (offsets.findLast(([from]) => Date.parse(from) <= instant)?.[1] ?? 0) * minuteMs;

/** Day and time of day that the clocks of a place show. */
export function clockAt(place: Place, instant: number): { day: string; time: string } {
  const shown = new Date(instant + offsetMs(place, instant)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The first instant at which the clocks of a place show a day and a time of day. */
export function momentAt(place: Place, day: string, time: string): number {
  const shown = Date.parse(`${day}T${time}:00Z`);
  for (let instant = shown - 14 * 60 * minuteMs; instant <= shown + 14 * 60 * minuteMs; instant += 30 * minuteMs)
    if (instant + offsetMs(place, instant) === shown) return instant;
  throw new Error(`${day} ${time} is not shown`);
}

export const nextDay = (day: string, step = 1): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + step * dayMs).toISOString().slice(0, 10);

export const isWorked = ({ holidays }: Place, day: string): boolean =>
  !['Sat', 'Sun'].includes(new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3)) && !holidays.includes(day);

/** One walks from a day, day by day, until so many working days have been met. */
export function walkWorked(place: Place, day: string, count: number, step: 1 | -1): string {
  let [walked, met] = [day, 0];
  while (met < count) {
    walked = nextDay(walked, step);
    if (isWorked(place, walked)) met += 1;
  }
  return walked;
}

/** The day so many months later with the same number, or the last one of its month. */
export function monthLater(day: string, months = 1): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const named = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  const days = Array.from({ length: date }, (_, back) => `${named}-${String(date - back).padStart(2, '0')}`);
  return days.find((each) => new Date(`${each}T00:00:00Z`).getUTCDate() === Number(each.slice(8))) ?? day;
}

/** Half hour by half hour until it is a working day between eight and six. */
export function firstAllowed(place: Place, instant: number): number {
  const allowed = (at: number) => {
    const { day, time } = clockAt(place, at);
    return isWorked(place, day) && time >= '08:00' && time < '18:00';
  };
  if (allowed(instant)) return instant;
  let later = Math.ceil(instant / (30 * minuteMs)) * 30 * minuteMs;
  while (!allowed(later)) later += 30 * minuteMs;
  return later;
}
