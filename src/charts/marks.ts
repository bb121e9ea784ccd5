import type { PostmortemRecord } from '../record/record.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { offsetIn, toEpochMs } from '../values/instant.ts';

/** One event on the axis. `toMs` differs from `fromMs` for ranges and days. */
export type Mark = { fromMs: number; toMs: number; event: TimelineEvent };

/** Events that have a time, in order, and how to write times of this incident. */
export type Marks = { marks: Mark[]; untimed: number; zone: string; offsetMs: number };

const dayMs = 86_400_000;

function markOf(event: TimelineEvent): Mark | undefined {
  if (event.at === undefined) return undefined;
  const fromMs = toEpochMs(event.at, event.zone);
  if (Number.isNaN(fromMs)) return undefined;
  const untilMs = event.until === undefined ? Number.NaN : toEpochMs(event.until, event.zone);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(event.at);
  const toMs = untilMs >= fromMs ? untilMs : isDay ? fromMs + dayMs : fromMs;
  return { fromMs, toMs, event };
}

/** In place of a zone that nobody wrote. */
export const noZone = 'zone not stated';

/** The wall clock of the first event: its distance from UTC in milliseconds, and the zone as written. */
function clockOf(marks: Mark[]): { zone: string; offsetMs: number } {
  const timed = marks.find((mark) => mark.event.at?.includes('T')) ?? marks[0];
  if (timed === undefined) return { zone: '', offsetMs: 0 };
  const { at = '', zone } = timed.event;
  const offset = offsetIn(at);
  const wallMs = toEpochMs(offset === undefined ? at : at.slice(0, -offset.length));
  const written = zone ?? (offset === 'Z' || offset === 'z' ? 'UTC' : offset);
  return { zone: written ?? noZone, offsetMs: wallMs - timed.fromMs };
}

/**
 * Places the timeline on an axis of instants. Days count only while there is no finer time: an incident of two hours
 * is not drawn across a whole day because one row names only the date.
 */
export function readMarks(record: PostmortemRecord): Marks {
  const events = record.timeline ?? [];
  const all = events.map(markOf).filter((mark) => mark !== undefined);
  const fine = all.filter((mark) => mark.event.at?.includes('T'));
  const marks = (fine.length > 0 ? fine : all).sort((a, b) => a.fromMs - b.fromMs);
  return { marks, untimed: events.length - marks.length, ...clockOf(marks) };
}

const pad = (value: number): string => String(value).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `14:23`, with seconds only when they are not 0. */
export function clockText(ms: number, offsetMs: number): string {
  const wall = new Date(ms + offsetMs);
  const seconds = wall.getUTCSeconds() === 0 ? '' : `:${pad(wall.getUTCSeconds())}`;
  return `${pad(wall.getUTCHours())}:${pad(wall.getUTCMinutes())}${seconds}`;
}

/** Writes a day of a wall clock, with its year or without. */
export type WriteDay = (ms: number, offsetMs: number, withYear: boolean) => string;

/** `19 Dec 2025`, or `19 Dec` when the year goes without saying. */
export function dayText(ms: number, offsetMs: number, withYear: boolean): string {
  const wall = new Date(ms + offsetMs);
  return `${wall.getUTCDate()} ${months[wall.getUTCMonth()] ?? ''}${withYear ? ` ${wall.getUTCFullYear()}` : ''}`;
}

/** When an event was, next to others: the time of day, after the day where that is not the first one, or the day alone. */
export function momentText(
  { fromMs, event }: Pick<Mark, 'fromMs' | 'event'>,
  marks: readonly Pick<Mark, 'fromMs'>[],
  offsetMs: number,
  day: WriteDay = dayText,
): string {
  const first = day(marks[0]?.fromMs ?? fromMs, offsetMs, true);
  if (event.at?.includes('T') !== true) return day(fromMs, offsetMs, false);
  const clock = clockText(fromMs, offsetMs);
  return day(fromMs, offsetMs, true) === first ? clock : `${day(fromMs, offsetMs, false)} ${clock}`;
}
