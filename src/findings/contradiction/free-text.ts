import type { Claim } from '../../record/claim.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { findDurations, formatDuration } from '../../values/duration.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { timeText, wallMs } from '../wall.ts';
import { quote, term } from '../words.ts';
import { boundsOf, holds, isExplained } from './bounds.ts';
import { spanCodes } from './span-codes.ts';
import {
  comparable,
  entryPairs,
  headerSeconds,
  isTimeOfDay,
  type Measured,
  milestonePairs,
  outagesTogether,
} from './span-evidence.ts';
import { againstMilestones } from './duration.ts';
import { isElsewhere } from './elsewhere.ts';
import { isWindow, plausiblePairs, stretches } from './plausible.ts';
import { isPromised } from './promised.ts';
import { agrees, spanRules, type SpanRule, toleranceOf } from './spans.ts';
import { namesHours } from './stated-hours.ts';
import { sinceItBegan, speaksOfAll } from './speaks-of-all.ts';
import { isLabelled, reachOf } from './whole.ts';

type Ends = { from: TimedEvent; to: TimedEvent };

function guessed(context: Context, rule: Pick<SpanRule, 'starts' | 'ends'>): Ends | undefined {
  const from = context.events.find(
    ({ event }) => event.milestone !== undefined && rule.starts.includes(event.milestone),
  );
  const to = context.events.findLast(
    ({ event }) => event.milestone !== undefined && rule.ends.includes(event.milestone),
  );
  return from !== undefined && to !== undefined && from.wall < to.wall ? { from, to } : undefined;
}

/** First start and last end of the incident by any milestone, guessed ones included. */
const wholeRule: Pick<SpanRule, 'starts' | 'ends'> = {
  starts: spanRules.get('duration')?.starts ?? [],
  ends: spanRules.get('duration')?.ends ?? [],
};

/** Seconds from the earliest to the latest entry. */
function timelineSeconds(context: Context): number {
  let [low, high] = [Infinity, -Infinity];
  for (const { wall } of context.events) [low, high] = [Math.min(low, wall), Math.max(high, wall)];
  return (high - low) / 1000;
}

/** A value for the whole incident that is longer than a timeline with a start and an end has room for. */
function tooLong(context: Context, claim: Claim, rule: SpanRule): Ends | undefined {
  const spoken = claim.origin === 'prose' && !/\b(?:total|overall|entire|altogether|in all)\b/i.test(claim.text);
  if (spoken || milestonePairs(context, rule).length > 0 || reachOf(context, claim) !== 'whole') return undefined;
  const ends = guessed(context, wholeRule);
  const room = timelineSeconds(context);
  return ends !== undefined && (claim.value ?? 0) - toleranceOf(claim) > 1.1 * room ? ends : undefined;
}

/** Several values in one line: only one of them is the length of the outage. */
function besideOther(context: Context, claim: Claim, pairs: readonly Measured[]): boolean {
  if (claim.origin !== 'prose') return false;
  const { qualifier: _bound, ...plain } = claim;
  return findDurations(context.lineText(claim.line).slice(0, 2000)).some(
    ({ seconds }) => seconds !== claim.value && isExplained({ ...plain, value: seconds }, pairs),
  );
}

const clocks = /(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g;
const mostClocks = 12;

/** `It began at 22:30 and ended at 01:40, in total 3 hours and 10 minutes`: the line itself tells what was measured. */
function betweenOwnClocks(context: Context, { origin, line, value = 0 }: Claim): boolean {
  if (origin !== 'prose') return false;
  const text = context.lineText(line).slice(0, 2000);
  const minutes = [...text.matchAll(clocks)].slice(0, mostClocks).map(([, h, m]) => Number(h) * 60 + Number(m));
  return minutes.some((from, at) =>
    minutes.slice(at + 1).some((to) => Math.abs(((to - from + 1440) % 1440) * 60 - value) < 60),
  );
}

/** What a status page says when all is over speaks of the whole. */
const afterwards = /^\W{0,4}(?:post-?\s?(?:incident|mortem)|summary|retrospective|root cause analysis|rca)\b/i;

/** An entry of the timeline speaks of itself; a paragraph that tells several need not. */
function isEntry(context: Context, { origin, line, text }: Claim): boolean {
  if (origin !== 'prose' || line === undefined) return false;
  const here = context.events.filter(({ event }) => event.line === line);
  if (sinceItBegan.test(text) || here.some(({ event }) => afterwards.test(event.text ?? ''))) return false;
  return here.length === 1 || here.some(({ event }) => event.text?.includes(text.slice(0, 60)) ?? false);
}

/** With fewer entries a timeline shows no parts. */
const fewest = 4;

/** Named moments that do not settle a claim: none is the figure's own end, or a sentence may mean a part of what lies between. */
function isLeftOpen(context: Context, claim: Claim, named: readonly Measured[], { own, partial }: SpanRule): boolean {
  if (!named.some(({ to }) => own.includes(to.event.milestone as never))) return true;
  if (isLabelled(claim) || context.events.length < fewest) return false;
  return partial === true || reachOf(context, claim) !== 'whole';
}

/** `The wards told us, 85 minutes after`: an entry as far to the minute from a possible start, before any other notice, is the notice. */
function isToTheMinute(context: Context, claim: Claim, pairs: readonly Measured[]): boolean {
  const { value = 0, approximate, upTo, figure } = claim;
  if (figure !== 'timeToDetect' || approximate === true || upTo !== undefined) return false;
  const starts = [...new Set(pairs.map(({ from }) => from.wall))];
  const noticed = Math.min(...pairs.map(({ to }) => (to.event.milestone === 'impactStarted' ? Infinity : to.wall)));
  return context.events.some(
    ({ exact, wall, event }) =>
      exact &&
      wall <= noticed &&
      event.milestone !== 'impactStarted' &&
      starts.some((start) => Math.abs((wall - start) / 1000 - value) < 60),
  );
}

/** The pair that comes closest to a value that none explains. */
function notPlausible(context: Context, claim: Claim, rule: SpanRule): Ends | undefined {
  const stretch = stretches.get(claim.figure);
  const named = milestonePairs(context, rule).filter(({ seconds }) => seconds >= 0);
  if (stretch === undefined || (named.length > 0 && !isLeftOpen(context, claim, named, rule))) return undefined;
  if (isExplained(claim, named) || !speaksOfAll(context, claim)) return undefined;
  const { pairs: free, noticeApart } = plausiblePairs(context, stretch);
  if (free === undefined || free.length === 0) return undefined;
  if (stretch === 'detection' && claim.origin === 'prose' && !noticeApart) return undefined;
  const pairs = [...free, ...named];
  if (isExplained(claim, pairs) || isToTheMinute(context, claim, free)) return undefined;
  if (betweenOwnClocks(context, claim)) return undefined;
  // A slower phase lies between any two entries.
  if (claim.figure === 'degraded' && isExplained(claim, entryPairs(context))) return undefined;
  if (throughRange(context, claim, pairs) || besideOther(context, claim, pairs) || isEntry(context, claim))
    return undefined;
  const together = outagesTogether(context);
  if (together !== undefined && holds(boundsOf(claim), together)) return undefined;
  const off = ({ seconds }: Measured) => Math.abs(seconds - (claim.value ?? 0));
  return pairs.reduce((best, pair) => (off(pair) < off(best) ? pair : best));
}

/** "Within" bounds a detection or the whole; of anything else it is often that of one step. */
function isPlain(context: Context, claim: Claim): boolean {
  if (claim.qualifier !== 'at most') return claim.qualifier === undefined || claim.qualifier === 'about';
  return claim.figure === 'timeToDetect' || reachOf(context, claim) === 'whole';
}

function unexplained(context: Context, claim: Claim, index: number, rule: SpanRule): Finding | undefined {
  const code = spanCodes.get(claim.figure === 'degraded' ? 'duration' : claim.figure);
  if (code === undefined || !isPlain(context, claim) || !comparable(claim) || namesHours(context, claim))
    return undefined;
  if (isTimeOfDay(context, claim) || isPromised(context, claim)) return undefined;
  const header = headerSeconds(context);
  if (header !== undefined && agrees(claim, header)) return undefined;
  const ends = notPlausible(context, claim, rule) ?? tooLong(context, claim, rule);
  if (ends === undefined || isElsewhere(context, claim) || againstMilestones(context, claim, index, rule))
    return undefined;
  return context.report(code, {
    severity: 'warning',
    message: say`The document states ${term(claim.figure)} ${quote(claim.text)}, and no start and end in the timeline are that far apart; from ${timeText(ends.from.wall)} to ${timeText(ends.to.wall)} it is ${formatDuration((ends.to.wall - ends.from.wall) / 1000)}.`,
    path: `claims[${index}]`,
    line: claim.line,
    cites: [`claims[${index}]`, ends.from.path, ends.to.path],
  });
}

/** An entry with two times of day: rough, and yet its ends are known. */
const isRange = ({ event }: TimedEvent): boolean => event.precision === 'range' && event.until !== undefined;

/** Does the begin or the end of an entry with two times explain a claim, together with a possible start or end? */
function throughRange({ events }: Context, claim: Claim, pairs: readonly Measured[]): boolean {
  const bounds = boundsOf(claim);
  const ranges = events.filter(isRange).map(({ wall, event }) => ({ from: wall, to: wallMs(event.until ?? '') }));
  // `Interruption 1`, `Interruption 2`: the total of all.
  if (ranges.length > 1 && holds(bounds, ranges.reduce((sum, { from, to }) => sum + to - from, 0) / 1000)) return true;
  const ends = ranges.flatMap(({ from, to }) => [from, to]);
  const others = [...new Set([...ends, ...pairs.flatMap(({ from, to }) => [from.wall, to.wall])])];
  return ends.some((end) => others.some((other) => end !== other && holds(bounds, Math.abs(end - other) / 1000)));
}

/** Seconds between the exact entries and the nearest rough one, which might explain a longer claim; Infinity when there is none. */
function secondsToRough(events: readonly TimedEvent[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const { exact, wall } of events) if (exact) [low, high] = [Math.min(low, wall), Math.max(high, wall)];
  let room = Infinity;
  for (const timed of events) {
    const { exact, wall, event } = timed;
    if (exact || isWindow(timed) || isRange(timed)) continue;
    const day = event.precision === 'day' ? 86_400_000 : 0;
    const until = Math.max(wall + day, event.until === undefined ? 0 : wallMs(event.until));
    room = Math.min(room, until < low ? low - until : wall > high ? wall - high : 0);
  }
  return room / 1000;
}

/**
 * A stated duration against a timeline in free words: reported only when the entries include both ends, and the few there
 * are do not explain the value, or all of them leave no room for it. A shorter value may be a part that no entry marks.
 */
export const freeText: Check = {
  codes: [],
  run(context) {
    const { events } = context;
    if (events.length < 2 || events.length > 60) return [];
    const room = secondsToRough(events);
    return context.claims.flatMap((claim, index) => {
      const rule = spanRules.get(claim.figure === 'degraded' ? 'downtime' : claim.figure);
      if (rule === undefined || boundsOf(claim).high >= room) return [];
      return unexplained(context, claim, index, rule) ?? [];
    });
  },
};
