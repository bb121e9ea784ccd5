import { isBusinessDay, nearestBusinessDay } from './business-days.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { daysLater, dayOfWall, instantAt, wallOf } from './zoned.ts';

/** The first instant, from the given one on, at which people may be spoken to: on a working day, and not in quiet hours. */
export function nextAllowed(epochMs: number, calendar: WorkCalendar): number {
  const { zone, quiet } = calendar;
  const wall = wallOf(epochMs, zone);
  const [day, time] = [dayOfWall(wall), new Date(wall).toISOString().slice(11, 16)];
  const opening = (from: string) => {
    const next = nearestBusinessDay(from, calendar, 1);
    const nightly = quiet !== undefined && quiet.from > quiet.to;
    const morning = instantAt(next, nightly || quiet?.from === '00:00' ? (quiet?.to ?? '00:00') : '00:00', zone);
    return Math.max(morning, epochMs);
  };
  if (!isBusinessDay(day, calendar)) return opening(daysLater(day, 1));
  if (quiet === undefined || quiet.from === quiet.to) return epochMs;
  const { from, to } = quiet;
  if (from < to) return time >= from && time < to ? Math.max(instantAt(day, to, zone), epochMs) : epochMs;
  if (time < to) return Math.max(instantAt(day, to, zone), epochMs);
  return time >= from ? opening(daysLater(day, 1)) : epochMs;
}
