import type { Claim } from '../../record/claim.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { formatDuration } from '../../values/duration.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import { timeText } from '../wall.ts';
import { quote, term } from '../words.ts';
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
import { agrees, spanRules, type SpanRule } from './spans.ts';
import { reachOf } from './whole.ts';
import { isElsewhere } from './elsewhere.ts';
import { lengthsWithin, readSupportHours } from './support-hours.ts';
import { namesHours, statedHours } from './stated-hours.ts';

const plainQualifiers = new Set([undefined, 'about', 'at least', 'at most']);

/** A date that was carried down from an earlier row may be a day off: then the length within a day counts as well. */
function wallLengths({ seconds, from, to }: Measured): number[] {
  const carried = from.event.carried === true || to.event.carried === true;
  return carried && seconds >= 86_400 ? [seconds, seconds % 86_400] : [seconds];
}

/** Lengths a pair may have for this claim: wall time, or the hours the claim or its line names; undefined: not checkable. */
function lengthsFor(context: Context, claim: Claim): ((pair: Measured) => number[]) | undefined {
  const plain = plainQualifiers.has(claim.qualifier);
  if (plain && !namesHours(context, claim)) return wallLengths;
  const hours = readSupportHours(`${claim.qualifier ?? ''} ${claim.text}`) ?? statedHours(context);
  if (hours === undefined) return undefined;
  const within = (pair: Measured) => lengthsWithin(pair.from.wall, pair.to.wall, hours);
  return plain ? (pair) => [...within(pair), ...wallLengths(pair)] : within;
}

/** The pair to show: the figure's own definition comes closest to the first start and its own end. */
function shown(pairs: readonly Measured[], rule: SpanRule): Measured | undefined {
  const rank = (pair: Measured) =>
    rule.starts.indexOf(pair.from.event.milestone as never) * 100 +
    ((rule.own.indexOf(pair.to.event.milestone as never) + 100) % 100);
  return pairs.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** A finding when no sensible pair of explicit milestones explains a claim. */
export function againstMilestones(context: Context, claim: Claim, index: number, rule: SpanRule): Finding | undefined {
  const code = spanCodes.get(claim.figure);
  const lengths = lengthsFor(context, claim);
  if (code === undefined || lengths === undefined || !comparable(claim) || isTimeOfDay(context, claim))
    return undefined;
  const pairs = milestonePairs(context, rule);
  const forward = pairs.filter((pair) => pair.seconds >= 0);
  if (forward.length === 0) return undefined;
  const header = headerSeconds(context);
  const measured = forward.flatMap(lengths);
  if (header !== undefined) measured.push(header);
  const together = outagesTogether(context);
  if (together !== undefined) measured.push(together);
  const figure = context.figures[claim.figure];
  if (figure?.status === 'known' && figure.seconds !== undefined) measured.push(figure.seconds);
  if (measured.some((seconds) => agrees(claim, seconds))) return undefined;
  const reach = reachOf(context, claim);
  const shorter = (claim.value ?? 0) < Math.max(...measured);
  if (reach === 'other' || (shorter && (rule.partial === true || reach === 'part'))) return undefined;
  if (startsEarlier(context, claim, forward) || isElsewhere(context, claim)) return undefined;
  const ownEnd = forward.some(({ to }) => rule.own.includes(to.event.milestone as never));
  // Some measure mitigation to the step that brought it, before its effect was there.
  if (claim.figure === 'timeToMitigate' && shorter && explainedByEntries(context, claim, lengths)) return undefined;
  if (
    (!ownEnd || inSeverity.test(context.lineText(claim.line).slice(0, 200))) &&
    explainedByEntries(context, claim, lengths)
  )
    return undefined;
  const best = shown(forward, rule);
  if (best === undefined) return undefined;
  const computed = lengths(best)[0] ?? best.seconds;
  const scope = plainQualifiers.has(claim.qualifier) ? '' : say` in the stated hours`;
  return context.report(code, {
    message: say`The document states ${term(claim.figure)} ${quote(claim.text)}, but from ${term(best.from.event.milestone ?? 'start')} (${timeText(best.from.wall)}) to ${term(best.to.event.milestone ?? 'end')} (${timeText(best.to.wall)}) it is ${formatDuration(computed)}${scope}.`,
    path: `claims[${index}]`,
    line: claim.line,
    cites: [`claims[${index}]`, best.from.path, best.to.path],
    severity: ownEnd ? 'error' : 'warning',
  });
}

/** `Time in SEV-2` is counted between declarations, not from the impact. */
const inSeverity = /\b(?:time|minutes|hours|spent) (?:in|at|as) (?:sev|severity|p)\W?\d/i;

/** Where no entry is named as the start of the impact, one before the first named moment may be it. */
function startsEarlier(context: Context, claim: Claim, pairs: readonly Measured[]): boolean {
  if (pairs.some(({ from }) => from.event.milestone === 'impactStarted')) return false;
  const first = Math.min(...pairs.map(({ from }) => from.wall));
  return context.events.some(
    ({ wall, exact }) => exact && wall < first && pairs.some(({ to }) => agrees(claim, (to.wall - wall) / 1000)),
  );
}

function explainedByEntries(context: Context, claim: Claim, lengths: (pair: Measured) => number[]): boolean {
  const pairs = entryPairs(context);
  return context.events.length > 60 || pairs.some((pair) => lengths(pair).some((seconds) => agrees(claim, seconds)));
}

/** A stated duration against the explicit milestones: every sensible pair is tried before it is called a contradiction. */
export const duration: Check = {
  codes: [...spanCodes.values()],
  run(context) {
    const findings: Finding[] = [];
    context.claims.forEach((claim, index) => {
      const rule = spanRules.get(claim.figure);
      const finding = rule && againstMilestones(context, claim, index, rule);
      if (finding !== undefined) findings.push(finding);
    });
    return findings;
  },
};
