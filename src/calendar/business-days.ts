import type { WorkCalendar } from './work-calendar.ts';
import { daysLater, weekdayOf } from './zoned.ts';

/** A calendar that leaves no working day within this many is none. */
const longestSearch = 400;

/** Whether an organisation works on a day. */
export const isBusinessDay = (day: string, { weekend, isHoliday }: WorkCalendar): boolean =>
  !weekend.includes(weekdayOf(day)) && !isHoliday(day);

/** The day itself when it is a working day, else the next one (`step` 1) or the one before (-1). */
export function nearestBusinessDay(day: string, calendar: WorkCalendar, step: 1 | -1): string {
  let found = day;
  for (let tried = 0; tried < longestSearch; tried++, found = daysLater(found, step))
    if (isBusinessDay(found, calendar)) return found;
  return day;
}

/** So many working days after a day, or before it when negative. The day itself does not count; 0 is the day or the next that is one. */
export function addBusinessDays(day: string, count: number, calendar: WorkCalendar): string {
  if (count === 0) return nearestBusinessDay(day, calendar, 1);
  const step = count > 0 ? 1 : -1;
  let found = day;
  for (let left = Math.abs(count); left > 0; left--) found = nearestBusinessDay(daysLater(found, step), calendar, step);
  return found;
}
