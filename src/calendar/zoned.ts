import { zoneOffsetMs } from '../values/offset.ts';

const dayMs = 86_400_000;

const offset = (zone: string, epochMs: number): number => zoneOffsetMs(zone, epochMs) ?? 0;

/** What the clocks of a zone show at an instant, as if it were UTC. An unknown zone counts as UTC. */
export const wallOf = (epochMs: number, zone: string): number => epochMs + offset(zone, epochMs);

/**
 * The instant at which the clocks of a zone show a time (given as if it were UTC). Of a time that comes twice it is the first; one that
 * is skipped counts on from before the change: 02:30 becomes 03:30, as RFC 5545 and Temporal have it.
 */
export function instantOf(wallMs: number, zone: string): number {
  const [before, after] = [offset(zone, wallMs - dayMs), offset(zone, wallMs + dayMs)];
  const shown = [before, after].map((each) => wallMs - each).filter((instant) => wallOf(instant, zone) === wallMs);
  return shown.length === 0 ? wallMs - before : Math.min(...shown);
}

/** The day (`2028-02-29`) of a wall time. */
export const dayOfWall = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 10);

/** The day that an instant falls on in a zone. */
export const dayAt = (epochMs: number, zone: string): string => dayOfWall(wallOf(epochMs, zone));

/** The instant of a time of day (`09:00`) on a day in a zone. */
export const instantAt = (day: string, time: string, zone: string): number =>
  instantOf(Date.parse(`${day}T${time}:00Z`), zone);

/** A day so many days later; earlier when negative. */
export const daysLater = (day: string, days: number): string =>
  dayOfWall(Date.parse(`${day}T00:00:00Z`) + days * dayMs);

/** The day of the week: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
