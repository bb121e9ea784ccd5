import type { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { addSpan, type CalendarSpan, readSpan } from '../values/span.ts';
import { toEpochMs } from '../values/instant.ts';
import { endOf } from './end-of.ts';

/** One look back: which one, on what day, and where that day comes from. */
export type Rung = {
  /** `1w`, `1mo`, `30d`; `next` is the document's next review, `on:2027-03-01` one that was agreed on. */
  rung: string;
  /** The day by which it is to be held, as 2026-11-28; absent while nobody said when the incident ended. */
  day?: string;
  basis: 'template' | 'document' | 'moved' | 'agreed';
  /** What the template or the document asks of it: "Review immediate actions". */
  about?: string;
};

/** A look back that was moved to another day for a reason, agreed on besides the ladder, or held for its day. */
export type Moved = { rung: string; day: string | null; reason: string | null };

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const isDay = (text: string | undefined): text is string =>
  /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(toEpochMs(text ?? ''));

function shortSpan({ months, days, hours }: CalendarSpan): string {
  if (months > 0) return `${months}mo`;
  if (hours > 0) return `${hours}h`;
  return days % 7 === 0 ? `${days / 7}w` : `${days}d`;
}

/** One name for every way to write an interval: `1 week`, `7d` and `1w` are the same look back. */
export function rungOf(interval: string): string {
  const text = interval.replace(/[\s-]+review$/i, '').trim();
  const span = readSpan(text);
  return span === undefined ? text.toLowerCase().replaceAll(/\s+/g, ' ').slice(0, 40) : shortSpan(span);
}

const byDay = (a: Rung, b: Rung): number =>
  (a.day ?? '9') < (b.day ?? '9') ? -1 : (a.day ?? '9') > (b.day ?? '9') ? 1 : a.rung < b.rung ? -1 : 1;

type Basis = {
  record: PostmortemRecord;
  policy: Policy;
  moved?: readonly Moved[];
  /** The day itself, or the next one on which people work: only days that are counted from the end are moved by it. */
  workingDay?: (day: string) => string;
};

/**
 * The look backs of an incident, the first first: those of its template counted from its end, those whose day the document states,
 * its next review, and what was agreed on since. A day that somebody named counts as it is.
 */
export function ladderOf({ record, policy, moved = [], workingDay = (day) => day }: Basis): Rung[] {
  const rungs = new Map<string, Rung>();
  const end = endOf(record);
  for (const interval of policy.reviews) {
    const span = readSpan(interval);
    const day = end === undefined || span === undefined ? undefined : workingDay(dayOf(addSpan(end.ms, span)));
    rungs.set(rungOf(interval), { rung: rungOf(interval), basis: 'template', ...(day === undefined ? {} : { day }) });
  }
  for (const { interval = '', date, text } of record.reviews ?? []) {
    const rung = rungOf(interval);
    if (rung === '') continue;
    const before = rungs.get(rung);
    if (before === undefined && !isDay(date)) continue;
    const about = text === undefined ? {} : { about: text };
    rungs.set(rung, { ...(before ?? { rung }), ...about, ...stated(date, before) });
  }
  const next = record.document?.nextReview;
  if (isDay(next) && ![...rungs.values()].some(({ day }) => day === next))
    rungs.set('next', { rung: 'next', day: next, basis: 'document' });
  for (const { rung, day, reason } of moved) {
    const before = rungs.get(rung);
    const basis = rung.startsWith('on:') ? 'agreed' : reason === null ? (before?.basis ?? 'agreed') : 'moved';
    if (day !== null) rungs.set(rung, { ...before, rung, day, basis });
  }
  return [...rungs.values()].toSorted(byDay);
}

const stated = (date: string | undefined, before: Rung | undefined): Pick<Rung, 'basis' | 'day'> =>
  isDay(date)
    ? { basis: 'document', day: date }
    : { basis: before?.basis ?? 'document', ...(before?.day === undefined ? {} : { day: before.day }) };
