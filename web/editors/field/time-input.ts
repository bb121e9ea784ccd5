import type { Moment } from '../../../src/record/moment.ts';
import { isoDay } from '../../../src/values/date.ts';
import { firstMoment, type Mention, placeMention } from '../../../src/values/time.ts';

/** What a time without its own day and zone takes from what stands around it. */
export type TimeContext = { day?: string | undefined; zone?: string | undefined };

function dayOf({ date }: Mention, { day }: TimeContext): { day: string | undefined; carried: boolean } {
  if (date === undefined) return { day, carried: true };
  if (date.year !== undefined) return { day: isoDay(date), carried: false };
  const year = day === undefined ? undefined : Number(day.slice(0, 4));
  return { day: year === undefined ? undefined : isoDay({ ...date, year }), carried: false };
}

/** A mention as a moment: its meaning on the day it stands at, and what was written. */
export function momentAt(mention: Mention, written: string, context: TimeContext): Moment {
  const { day, carried } = dayOf(mention, context);
  const untilDay = mention.untilDate && isoDay(mention.untilDate);
  return {
    written,
    ...placeMention(mention, day, { zone: context.zone, ...(untilDay === undefined ? {} : { untilDay }) }),
    ...(carried && day !== undefined ? { carried: true } : {}),
  };
}

/** The moment that somebody wrote into a field, what was written kept as it is; undefined when it is no time (`10:75`, `soon`). */
export function readTime(text: string, context: TimeContext = {}): Moment | undefined {
  const written = text.trim();
  const mention = firstMoment(written, { column: true });
  const isTime = mention !== undefined && mention.invalid !== true && mention.clock?.invalid !== true;
  return isTime && mention.until?.invalid !== true ? momentAt(mention, written, context) : undefined;
}

/** `14:23`, with seconds where there are any. */
function clockOf(at: string): string {
  const clock = at.slice(11, 19);
  return clock[5] === ':' ? clock : clock.slice(0, 5);
}

/** A time in short, for a column of times: the clock, a range, or the day where no more is known; else as it was written. */
export function shortTime({ written, at, until, precision }: Partial<Moment>): string {
  if (at === undefined) return written ?? '';
  if (precision === 'day' || at.length <= 10) return at.slice(0, 10);
  return until === undefined ? clockOf(at) : `${clockOf(at)} – ${clockOf(until)}`;
}

/** A time as it is shown alone: as it was written, with its day when it has none of its own. */
export function fullTime(moment: Partial<Moment>): string {
  const { written, at, zone } = moment;
  if (at === undefined) return written ?? '';
  const day = at.slice(0, 10);
  return [day, at.length > 10 ? shortTime(moment) : '', zone ?? ''].filter(Boolean).join(' ');
}
