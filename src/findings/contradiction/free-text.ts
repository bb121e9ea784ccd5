import type { Claim } from '../../record/claim.ts';
import type { Finding } from '../../record/finding.ts';
import { formatDuration } from '../../values/duration.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { timeText } from '../wall.ts';
import { quote, readable } from '../words.ts';
import { spanCodes } from './span-codes.ts';
import { comparable, entryPairs, headerSeconds, milestonePairs } from './span-evidence.ts';
import { agrees, spanRules, type SpanRule, toleranceOf } from './spans.ts';
import { namesHours } from './stated-hours.ts';
import { reachOf } from './whole.ts';

/** With more entries some pair explains nearly every value by chance, and nothing can be said. */
const mostEntries = 6;

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

/** Sentences about another incident. */
const earlier =
  /\b(?:previous(?:ly)?|once before|in the past|last (?:time|week|month|year)|earlier (?:incident|outage)|the (?:night|day|week|month|year|time) before|historical(?:ly)?)\b/i;

const isElsewhere = (context: Context, claim: Claim): boolean =>
  earlier.test(`${claim.text} ${context.lineText(claim.line)}`.slice(0, 2000));

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

/** A value that no two of a few entries explain. */
function notAmong(context: Context, claim: Claim, rule: SpanRule): Ends | undefined {
  if (rule.partial || context.events.length > mostEntries || milestonePairs(context, rule).length > 0) return undefined;
  const ends = guessed(context, rule);
  if (ends === undefined || entryPairs(context).some((pair) => agrees(claim, pair.seconds))) return undefined;
  const reach = reachOf(context, claim);
  const shorter = (claim.value ?? 0) < (ends.to.wall - ends.from.wall) / 1000;
  return reach === 'other' || (reach === 'part' && shorter) ? undefined : ends;
}

function unexplained(context: Context, claim: Claim, index: number, rule: SpanRule): Finding | undefined {
  const code = spanCodes.get(claim.figure);
  const plain = claim.qualifier === undefined || claim.qualifier === 'about';
  if (code === undefined || !plain || !comparable(claim) || namesHours(context, claim)) return undefined;
  const header = headerSeconds(context);
  if (header !== undefined && agrees(claim, header)) return undefined;
  const ends = notAmong(context, claim, rule) ?? tooLong(context, claim, rule);
  if (ends === undefined || isElsewhere(context, claim)) return undefined;
  return context.report(code, {
    severity: 'warning',
    message: `The document states ${readable(claim.figure)} ${quote(claim.text)}, and no two entries of the timeline are that far apart; from ${timeText(ends.from.wall)} to ${timeText(ends.to.wall)} it is ${formatDuration((ends.to.wall - ends.from.wall) / 1000)}.`,
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
      const rule = spanRules.get(claim.figure);
      return (rule && unexplained(context, claim, index, rule)) ?? [];
    });
  },
};
