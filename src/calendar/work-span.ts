import { addSpan, type CalendarSpan, readSpan } from '../values/span.ts';
import { addBusinessDays } from './business-days.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { dayOfWall, instantOf, wallOf } from './zoned.ts';

/** A span that may count working days. */
export type WorkSpan = CalendarSpan & { businessDays: number };

const form = /^\s{0,9}(\d{1,4})\s?(?:bd|(?:business|working)[ -]days?)\s{0,9}$/i;

/** Reads `4bd` and `4 business days`, and every span of the calendar: `24h`, `7d`, `1w`, `1mo`, `1q`, `1y`. */
export function readWorkSpan(text: string): WorkSpan | undefined {
  const found = form.exec(text);
  if (found !== null) return { months: 0, days: 0, hours: 0, businessDays: Number(found[1]) };
  const span = readSpan(text);
  return span && { ...span, businessDays: 0 };
}

const turned = ({ months, days, hours }: CalendarSpan, sign: 1 | -1): CalendarSpan => ({
  months: months * sign,
  days: days * sign,
  hours: hours * sign,
});

/** The day one span after another (`sign` 1) or before it (-1); hours count as days begun. */
export function dayAfter(day: string, span: WorkSpan, calendar: WorkCalendar, sign: 1 | -1 = 1): string {
  if (span.businessDays > 0) return addBusinessDays(day, sign * span.businessDays, calendar);
  const days = span.days + Math.ceil(span.hours / 24);
  return dayOfWall(addSpan(Date.parse(`${day}T00:00:00Z`), turned({ ...span, days, hours: 0 }, sign)));
}

/**
 * The instant one span later. Hours are real hours; days and months keep the time of day of the calendar's zone, over changes of its
 * clocks too, and so do working days.
 */
export function instantAfter(epochMs: number, span: WorkSpan, calendar: WorkCalendar): number {
  const { businessDays, hours, ...dates } = span;
  const wall = wallOf(epochMs, calendar.zone);
  const hoursMs = hours * 3_600_000;
  if (businessDays > 0) {
    const day = addBusinessDays(dayOfWall(wall), businessDays, calendar);
    return instantOf(Date.parse(`${day}T00:00:00Z`) + (wall % 86_400_000), calendar.zone) + hoursMs;
  }
  if (dates.months === 0 && dates.days === 0) return epochMs + hoursMs;
  return instantOf(addSpan(wall, { ...dates, hours: 0 }), calendar.zone) + hoursMs;
}
