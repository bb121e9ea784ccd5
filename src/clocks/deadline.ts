import { isBusinessDay, nearestBusinessDay } from '../calendar/business-days.ts';
import { dayAfter, readWorkSpan, type WorkSpan } from '../calendar/work-span.ts';
import { dayAt, instantAt } from '../calendar/zoned.ts';
import { type Calendar, endOf, workCalendar } from './days.ts';
import type { ClockRule } from './rule.ts';

/** When a clock has run out. `day`: it ends with that day, or when the addressee closes on it. */
export type Deadline = { ms: number; day?: string };

type Counting = Pick<ClockRule, 'yearEnd' | 'dayOff' | 'closes'>;

/** An end on a day off moves to the next working day. */
function moved(deadline: Deadline, { dayOff, closes }: Counting, calendar: Calendar): Deadline {
  const { zone } = calendar;
  const working = workCalendar(calendar);
  // What ends at midnight ends with the day before it.
  const day = deadline.day ?? dayAt(deadline.ms - 1, zone);
  if (dayOff === undefined || isBusinessDay(day, working)) return deadline;
  const next = nearestBusinessDay(day, working, 1);
  return dayOff === 'noon' ? { ms: instantAt(next, '12:00', zone) } : { ms: endOf(next, zone, closes), day: next };
}

const isHours = ({ businessDays, months, days }: WorkSpan): boolean => businessDays + months + days === 0;

/**
 * When something is due that counts from an instant. Hours run on from the very instant, so never later than a law that leaves out
 * the hour it began in; days, weeks, months and business days do not count the day they begin on, and end with their last day.
 */
export function deadlineOf(startMs: number, within: string, counting: Counting, calendar: Calendar): Deadline {
  const span = readWorkSpan(within);
  if (span === undefined) throw new RangeError(`${within} is no length of time`);
  const { zone } = calendar;
  const began = dayAt(startMs, zone);
  const first = counting.yearEnd === true ? `${began.slice(0, 4)}-12-31` : began;
  if (isHours(span)) {
    const fromMs = counting.yearEnd === true ? endOf(first, zone) : startMs;
    return moved({ ms: fromMs + span.hours * 3_600_000 }, counting, calendar);
  }
  const day = dayAfter(first, span, workCalendar(calendar));
  return moved({ ms: endOf(day, zone, counting.closes), day }, counting, calendar);
}
