import type { Claim } from '../../record/claim.ts';
import type { Context } from '../context.ts';
import { explicitEvents, type TimedEvent } from '../timed-event.ts';
import type { SpanRule } from './spans.ts';

/** A measured length between two moments of the document. */
export type Measured = { seconds: number; from: TimedEvent; to: TimedEvent };

function seconds(from: TimedEvent, to: TimedEvent): number {
  return (from.zoned === to.zoned ? to.ms - from.ms : to.wall - from.wall) / 1000;
}

/** With more pairs than this some pair explains nearly every value, and nothing can be said. */
const mostPairs = 900;

/** Computed once per document and not once per claim: both may be many. */
type Evidence = { pairs: Map<SpanRule, Measured[]>; entries?: Measured[]; together?: { seconds: number | undefined } };
const known = new WeakMap<Context, Evidence>();

function evidenceOf(context: Context): Evidence {
  let evidence = known.get(context);
  if (evidence === undefined) known.set(context, (evidence = { pairs: new Map() }));
  return evidence;
}

/** Every sensible pair of explicit milestones for a figure, in order of time. Empty when an end is missing, or with very many. */
export function milestonePairs(context: Context, rule: SpanRule): Measured[] {
  const { pairs } = evidenceOf(context);
  let found = pairs.get(rule);
  if (found === undefined) pairs.set(rule, (found = pairsBetween(context, rule)));
  return found;
}

function pairsBetween(context: Context, rule: SpanRule): Measured[] {
  const starts = explicitEvents(context.events, rule.starts);
  const ends = starts.length === 0 ? [] : explicitEvents(context.events, rule.ends);
  const pairs: Measured[] = [];
  if (starts.length * ends.length > mostPairs) return pairs;
  for (const from of starts)
    for (const to of ends)
      if (from !== to && from.exact && to.exact) pairs.push({ seconds: seconds(from, to), from, to });
  return pairs;
}

/** Every two exact entries, milestone or not: what a reader could have measured between. Quadratic, so at most 60 entries. */
export function entryPairs(context: Context): Measured[] {
  return (evidenceOf(context).entries ??= entriesBetween(context));
}

function entriesBetween(context: Context): Measured[] {
  const exact = context.events.filter((event) => event.exact);
  if (exact.length > 60) return [];
  const pairs: Measured[] = [];
  for (const from of exact)
    for (const to of exact) if (from.index !== to.index) pairs.push({ seconds: seconds(from, to), from, to });
  return pairs;
}

/** True when the header's own window (start and end) is as long as the claim says. */
export function headerSeconds(context: Context): number | undefined {
  const { start, end } = context.record.incident ?? {};
  if (start?.at === undefined || end?.at === undefined) return undefined;
  if (start.precision !== 'instant' || end.precision !== 'instant') return undefined;
  const length = (context.instant(end) - context.instant(start)) / 1000;
  return Number.isNaN(length) ? undefined : length;
}

/** `March has 744 hours`: a sentence names the length of the month. */
const monthSeconds = new Set([28, 29, 30, 31].map((days) => days * 86_400));

/** Claims that can be compared with wall time or stated hours at all. Plans, bounds without a number and bare words cannot. */
export function comparable(claim: Claim): boolean {
  if (claim.origin === 'prose' && monthSeconds.has(claim.value ?? 0)) return false;
  return claim.value !== undefined && claim.unit === 'seconds' && !/plan|expect|estimat/i.test(claim.qualifier ?? '');
}

const clockLike = /^\s{0,2}(\d{1,2})h(\d\d)\s{0,2}$/;

/** `14h25` is a time of day, and no length, where an entry of the timeline has that very time. */
export function isTimeOfDay(context: Context, claim: Claim): boolean {
  const [, hour, minute] = clockLike.exec(claim.text.slice(0, 20)) ?? [];
  if (hour === undefined) return false;
  const ms = (Number(hour) * 60 + Number(minute)) * 60_000;
  return context.events.some(({ wall }) => wall % 86_400_000 === ms);
}

/** Seconds of several outages together: each start to the next end, in order of time. Undefined for a single outage. */
export function outagesTogether(context: Context): number | undefined {
  const evidence = evidenceOf(context);
  return (evidence.together ??= { seconds: sumOfOutages(context) }).seconds;
}

function sumOfOutages(context: Context): number | undefined {
  const ends = new Set<string | undefined>(['mitigated', 'resolved']);
  const marks = explicitEvents(context.events, ['impactStarted', 'mitigated', 'resolved']).toSorted(
    (a, b) => a.wall - b.wall,
  );
  let [start, total, outages]: [TimedEvent | undefined, number, number] = [undefined, 0, 0];
  for (const mark of marks) {
    if (!ends.has(mark.event.milestone)) start ??= mark;
    else if (start !== undefined) {
      total += seconds(start, mark);
      outages += 1;
      start = undefined;
    }
  }
  return outages > 1 ? total : undefined;
}
