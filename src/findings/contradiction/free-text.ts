import type { Claim } from '../../record/claim.ts';
import type { Finding } from '../../record/finding.ts';
import { findDurations, formatDuration } from '../../values/duration.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { timeText } from '../wall.ts';
import { quote, readable } from '../words.ts';
import { spanCodes } from './span-codes.ts';
import {
  comparable,
  headerSeconds,
  isTimeOfDay,
  type Measured,
  milestonePairs,
  outagesTogether,
} from './span-evidence.ts';
import { isElsewhere } from './elsewhere.ts';
import { plausiblePairs, stretches } from './plausible.ts';
import { isPromised } from './promised.ts';
import { isLeading } from './section.ts';
import { agrees, spanRules, type SpanRule, toleranceOf } from './spans.ts';
import { namesHours } from './stated-hours.ts';
import { isBeside, reachOf } from './whole.ts';

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

/** Words that say that a value is that of a part: of the users, of the time, of one component, or of one step. */
const partly =
  /\b(?:some|several|one of|each|every|per|another|partial\w*|intermittent\w*|at least|up to|first|again|after|before|during|until|while|subset|fraction|few|most|many|briefly|second|third|twice|times|would|if|only|already|maintenance|planned|window|took|maximum|unknown|worst|takes|every|between)\b|%/i;

/** Figures that a sentence in the summary states of the whole incident, whatever its words. */
const spokenFigures = new Set(['duration', 'downtime', 'degraded']);

/** Is the claim made about the whole incident? A spoken one must stand where documents sum up, and nothing in it name a part. */
function speaksOfAll(context: Context, claim: Claim): boolean {
  if (reachOf(context, claim) === 'whole') return true;
  if (isBeside(context, claim) || !spokenFigures.has(claim.figure)) return false;
  return isLeading(context, claim.line) && !partly.test(claim.text.slice(0, 600));
}

type Bounds = { low: number; high: number };

/** Loose words are held to a fifth or ten minutes, others to two minutes or their own rounding; long hours may be cut. */
function boundsOf(claim: Claim): Bounds {
  const value = claim.value ?? 0;
  const slack = Math.max(toleranceOf(claim), claim.approximate === true ? Math.max(600, 0.2 * value) : 120);
  const cut = claim.origin === 'prose' && value >= 10_800 && value % 3600 === 0 ? 3600 : 0;
  return { low: value - slack, high: (claim.upTo ?? value) + Math.max(slack, cut, value === 0 ? 300 : 0) };
}

const holds = ({ low, high }: Bounds, seconds: number): boolean => seconds >= low && seconds <= high;

/** The whole days between carried dates may be a slip of the reader. */
const isNear = (bounds: Bounds, { seconds, from, to }: Measured): boolean =>
  holds(bounds, seconds) ||
  (seconds >= 86_400 && (from.event.carried === true || to.event.carried === true) && holds(bounds, seconds % 86_400));

const isExplained = (claim: Claim, pairs: readonly Measured[]): boolean => {
  const bounds = boundsOf(claim);
  return pairs.some((pair) => isNear(bounds, pair));
};

/** Several values in one line: only one of them is the length of the outage. */
const besideOther = (context: Context, claim: Claim, pairs: readonly Measured[]): boolean =>
  claim.origin === 'prose' &&
  findDurations(context.lineText(claim.line).slice(0, 2000)).some(
    ({ seconds }) => seconds !== claim.value && isExplained({ ...claim, value: seconds }, pairs),
  );

/** An entry of the timeline speaks of itself. */
const isEntry = (context: Context, claim: Claim): boolean =>
  claim.origin === 'prose' && context.events.some(({ event }) => event.line !== undefined && event.line === claim.line);

/** The pair that comes closest to a value that none explains. */
function notPlausible(context: Context, claim: Claim, rule: SpanRule): Ends | undefined {
  const stretch = stretches.get(claim.figure);
  if (stretch === undefined || milestonePairs(context, rule).length > 0 || !speaksOfAll(context, claim))
    return undefined;
  const pairs = plausiblePairs(context, stretch);
  if (pairs === undefined || pairs.length === 0 || isExplained(claim, pairs)) return undefined;
  if (besideOther(context, claim, pairs) || isEntry(context, claim)) return undefined;
  const together = outagesTogether(context);
  if (together !== undefined && holds(boundsOf(claim), together)) return undefined;
  const off = ({ seconds }: Measured) => Math.abs(seconds - (claim.value ?? 0));
  return pairs.reduce((best, pair) => (off(pair) < off(best) ? pair : best));
}

function unexplained(context: Context, claim: Claim, index: number, rule: SpanRule): Finding | undefined {
  const code = spanCodes.get(claim.figure === 'degraded' ? 'duration' : claim.figure);
  const plain = claim.qualifier === undefined || claim.qualifier === 'about';
  if (code === undefined || !plain || !comparable(claim) || namesHours(context, claim)) return undefined;
  if (isTimeOfDay(context, claim) || isPromised(context, claim)) return undefined;
  const header = headerSeconds(context);
  if (header !== undefined && agrees(claim, header)) return undefined;
  const ends = notPlausible(context, claim, rule) ?? tooLong(context, claim, rule);
  if (ends === undefined || isElsewhere(context, claim)) return undefined;
  return context.report(code, {
    severity: 'warning',
    message: `The document states ${readable(claim.figure)} ${quote(claim.text)}, and no start and end in the timeline are that far apart; from ${timeText(ends.from.wall)} to ${timeText(ends.to.wall)} it is ${formatDuration((ends.to.wall - ends.from.wall) / 1000)}.`,
    path: `claims[${index}]`,
    line: claim.line,
    cites: [`claims[${index}]`, ends.from.path, ends.to.path],
  });
}

/**
 * A stated duration against a timeline in free words: reported only when the entries include both ends, and the few there
 * are do not explain the value, or all of them leave no room for it. A shorter value may be a part that no entry marks.
 */
export const freeText: Check = {
  codes: [],
  run(context) {
    const { events } = context;
    if (events.length < 2 || events.length > 60 || !events.every((event) => event.exact)) return [];
    return context.claims.flatMap((claim, index) => {
      const rule = spanRules.get(claim.figure === 'degraded' ? 'downtime' : claim.figure);
      return (rule && unexplained(context, claim, index, rule)) ?? [];
    });
  },
};
