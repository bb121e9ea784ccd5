import type { Claim } from '../../record/claim.ts';
import type { Finding } from '../../record/finding.ts';
import { formatDuration } from '../../values/duration.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import { timeText } from '../wall.ts';
import { quote, readable } from '../words.ts';
import { spanCodes } from './span-codes.ts';
import { comparable, entryPairs, milestonePairs } from './span-evidence.ts';
import { agrees, spanRules, type SpanRule } from './spans.ts';
import { reachOf } from './whole.ts';

/** With more entries some pair explains nearly every value by chance, and nothing can be said. */
const mostEntries = 6;

function guessed(context: Context, rule: SpanRule) {
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
  /\b(?:previous(?:ly)?|once before|in the past|last (?:time|week|month|year)|earlier (?:incident|outage)|historical(?:ly)?)\b/i;

const isElsewhere = (context: Context, claim: Claim): boolean =>
  earlier.test(`${claim.text} ${context.lineText(claim.line)}`.slice(0, 2000));

function unexplained(context: Context, claim: Claim, index: number, rule: SpanRule): Finding | undefined {
  const code = spanCodes.get(claim.figure);
  const plain = claim.qualifier === undefined || claim.qualifier === 'about';
  if (code === undefined || !plain || !comparable(claim) || rule.partial) return undefined;
  if (milestonePairs(context, rule).length > 0) return undefined;
  const ends = guessed(context, rule);
  if (ends === undefined) return undefined;
  if (entryPairs(context).some((pair) => agrees(claim, pair.seconds))) return undefined;
  const seconds = (ends.to.wall - ends.from.wall) / 1000;
  const reach = reachOf(context, claim);
  if (reach === 'other' || isElsewhere(context, claim)) return undefined;
  if (reach === 'part' && (claim.value ?? 0) < seconds) return undefined;
  return context.report(code, {
    severity: 'warning',
    message: `The document states ${readable(claim.figure)} ${quote(claim.text)}, and no two entries of the timeline are that far apart; from ${timeText(ends.from.wall)} to ${timeText(ends.to.wall)} it is ${formatDuration(seconds)}.`,
    path: `claims[${index}]`,
    line: claim.line,
    cites: [`claims[${index}]`, ends.from.path, ends.to.path],
  });
}

/**
 * A stated duration against a timeline in free words: reported only when the few entries there are include both ends,
 * and no two of them explain the value. A shorter value may be a part of the incident that no entry marks.
 */
export const freeText: Check = {
  codes: [],
  run(context) {
    const { events } = context;
    if (events.length < 2 || events.length > mostEntries || !events.every((event) => event.exact)) return [];
    return context.claims.flatMap((claim, index) => {
      const rule = spanRules.get(claim.figure);
      return (rule && unexplained(context, claim, index, rule)) ?? [];
    });
  },
};
