import { nearestBusinessDay } from '../../calendar/business-days.ts';
import { followOf } from '../occasion/follow-of.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext } from '../stored-operation.ts';

/** When an organisation works: a text that is another when the calendar is, and the day itself or the next working day. */
export type WorkingDays = { calendar: string; workingDay: (day: string) => string };

/** The days on which reviews are held: a counted day off moves to the next working day. */
export async function workingDays(context: Pick<StoredContext, 'database' | 'config'>): Promise<WorkingDays> {
  const [{ calendar }, settings] = await Promise.all([followOf(context), readSettings(context.database)]);
  const named = [calendar.zone, calendar.weekend, settings['follow.holidays']];
  return { calendar: JSON.stringify(named), workingDay: (day) => nearestBusinessDay(day, calendar, 1) };
}
