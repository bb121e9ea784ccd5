import { dayOfWall, daysLater, instantAt, wallOf, weekdayOf } from '../calendar/zoned.ts';
import type { Preference } from './preference.ts';

const written = (epochMs: number): string => new Date(epochMs).toISOString();

/** The end of the quiet hours that an instant lies in; they may go over midnight. */
function quietEnd(epochMs: number, { zone, quiet }: Preference): number | undefined {
  if (quiet === null || quiet.from === quiet.to) return undefined;
  const wallMs = wallOf(epochMs, zone);
  const [day, time] = [dayOfWall(wallMs), written(wallMs).slice(11)];
  const [afterFrom, beforeTo] = [time >= quiet.from, time < quiet.to];
  const overMidnight = quiet.from > quiet.to;
  if (overMidnight ? !(afterFrom || beforeTo) : !(afterFrom && beforeTo)) return undefined;
  return instantAt(overMidnight && afterFrom ? daysLater(day, 1) : day, quiet.to, zone);
}

/** When something may come: now, or when the quiet hours and the days without messages are over. */
export function mayComeAt(preference: Preference, now: string): string {
  const { zone, days } = preference;
  let epochMs = Date.parse(now);
  // A week has seven days, and each may end in quiet hours.
  for (let steps = 0; steps < 16; steps += 1) {
    const day = dayOfWall(wallOf(epochMs, zone));
    const isFree = !days.includes(weekdayOf(day));
    const later = isFree ? instantAt(daysLater(day, 1), '00:00', zone) : quietEnd(epochMs, preference);
    if (later === undefined) return written(epochMs);
    epochMs = later;
  }
  return now;
}

const fits = ({ days, digest }: Preference, day: string): boolean =>
  digest.every === 'week' ? weekdayOf(day) === digest.weekday : days.includes(weekdayOf(day));

const momentOn = ({ zone, digest }: Preference, day: string): number =>
  instantAt(day, `${String(digest.hour).padStart(2, '0')}:00`, zone);

/** The moment of the last digest up to now. */
export function lastDigest(preference: Preference, now: string): string {
  const nowMs = Date.parse(now);
  let day = dayOfWall(wallOf(nowMs, preference.zone));
  while (!fits(preference, day) || momentOn(preference, day) > nowMs) day = daysLater(day, -1);
  return written(momentOn(preference, day));
}

/** The moment of the next one. */
export function nextDigest(preference: Preference, now: string): string {
  const nowMs = Date.parse(now);
  let day = dayOfWall(wallOf(nowMs, preference.zone));
  while (!fits(preference, day) || momentOn(preference, day) <= nowMs) day = daysLater(day, 1);
  return written(momentOn(preference, day));
}
