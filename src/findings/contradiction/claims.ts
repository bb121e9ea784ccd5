import type { Claim } from '../../record/claim.ts';
import type { Finding } from '../../record/finding.ts';
import { type Said, say } from '../../record/said.ts';
import { formatDuration } from '../../values/duration.ts';
import { contained, contentStems } from '../cause/content.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { quote, term } from '../words.ts';
import { hasWindow } from './clock-window.ts';
import { comparable, milestonePairs } from './span-evidence.ts';
import { agrees, spanRules, toleranceOf } from './spans.ts';
import { isLabelled, reachOf } from './whole.ts';

const code: Code = {
  code: 'contradiction.claims',
  severity: 'error',
  sentence: 'The document states two different values for one thing.',
  remedy: 'Keep the value that the evidence supports and correct the other, or say what each of them measures.',
};

/** Names that documents use for one thing: how long users were without the service. */
const sameThing = new Map([
  ['downtime', 'duration'],
  ['timeToRecover', 'timeToResolve'],
]);
const thing = (claim: Claim): string => sameThing.get(claim.figure) ?? claim.figure;

type Stated = { claim: Claim; index: number; low: number; high: number };

function stated(claim: Claim, index: number): Stated | undefined {
  const bounded = claim.qualifier !== undefined && claim.qualifier !== 'about' && !hasWindow.test(claim.qualifier);
  if (!spanRules.has(claim.figure) || !comparable(claim) || bounded) return undefined;
  const slack = toleranceOf(claim);
  const value = claim.value ?? 0;
  return { claim, index, low: value - slack, high: (claim.upTo ?? value) + slack };
}

const apart = (a: Stated, b: Stated): boolean => a.low > b.high || a.high < b.low;

/** The same sentence with another number speaks of another thing: one block per package, per region, per day. */
function sameShape(one: string, two: string): boolean {
  const [a, b] = [contentStems(one.replace(/\d/g, ' ')), contentStems(two.replace(/\d/g, ' '))];
  return a.size >= 3 && b.size >= 3 && contained(a, b) >= 0.6 && contained(b, a) >= 0.6;
}

const generic =
  /\b(?:total|overall|duration|length|downtime|time|minutes|hours|lasted|service|recovery|resolution)\b/gi;

/** The words of a field's name that say what is measured: `Replication stuck :: 2 h 58 min`. */
function namedThing(context: Context, claim: Claim): Set<string> {
  const line = context.lineText(claim.line).slice(0, 400);
  return contentStems(line.slice(0, Math.max(0, line.indexOf(claim.text.slice(0, 40)))).replace(generic, ' '));
}

/** Two fields with two or more words of their own each, and none in common, measure two things. */
function otherThings(context: Context, one: Claim, two: Claim): boolean {
  if (!isLabelled(one) || !isLabelled(two) || one.line === two.line) return false;
  const [a, b] = [namedThing(context, one), namedThing(context, two)];
  return a.size >= 2 && b.size >= 2 && contained(a, b) === 0;
}

/** A field speaks of its own figure only, and a sentence against it must be about the whole incident; a title is. */
function comparablePair(context: Context, first: Stated, other: Stated): boolean {
  if (first.claim.figure !== other.claim.figure && (isLabelled(first.claim) || isLabelled(other.claim))) return false;
  if (sameShape(first.claim.text, other.claim.text) || otherThings(context, first.claim, other.claim)) return false;
  return first.claim.origin === 'title' || reachOf(context, other.claim) === 'whole';
}

/** Named moments of the timeline lie as far apart: `Total 2 h 40 m` to the resolution, `User impact 1 h 5 m` to the mitigation. */
const isMeasured = (context: Context, claim: Claim): boolean => {
  const rule = spanRules.get(claim.figure);
  return rule !== undefined && milestonePairs(context, rule).some(({ seconds }) => agrees(claim, seconds));
};

function disagreement(context: Context, group: readonly Stated[]): Finding | undefined {
  const strong = group.filter((entry) => reachOf(context, entry.claim) === 'whole');
  for (const first of strong) {
    const other = group.find((entry) => apart(entry, first) && comparablePair(context, first, entry));
    if (other === undefined || (isMeasured(context, first.claim) && isMeasured(context, other.claim))) continue;
    const [one, two] = first.index < other.index ? [first.claim, other.claim] : [other.claim, first.claim];
    return context.report(code, {
      message: say`Two values are stated for ${term(thing(one))}: ${shown(one)} and ${shown(two)}.`,
      path: `claims[${first.index}]`,
      line: first.claim.line,
      cites: [`claims[${first.index}]`, `claims[${other.index}]`],
      severity: isLabelled(one) && isLabelled(two) ? 'error' : 'warning',
    });
  }
  return undefined;
}

const shown = ({ text, value = 0, origin, line }: Claim): Said => {
  const length = formatDuration(value);
  if (origin === 'title') return say`${quote(text)} (${length}, title)`;
  return line === undefined ? say`${quote(text)} (${length})` : say`${quote(text)} (${length}, line ${line})`;
};

/** Distinct values of a group. More than two speak of several outages, and then nothing can be said. */
function distinct(group: readonly Stated[]): number {
  const sorted = group.toSorted((a, b) => a.low - b.low);
  let count = 0;
  let high = -Infinity;
  for (const entry of sorted) {
    if (entry.low > high) count += 1;
    high = Math.max(high, entry.high);
  }
  return count;
}

/** A figure stated more often than this is a measurement series. */
const mostStated = 60;

/** One figure stated twice with different values: in two fields, in title and text, in two sentences about the whole. */
export const claims: Check = {
  codes: [code],
  run(context) {
    const groups = new Map<string, Stated[]>();
    context.claims.forEach((claim, index) => {
      const entry = stated(claim, index);
      if (entry === undefined) return;
      const group = groups.get(thing(claim));
      if (group === undefined) groups.set(thing(claim), [entry]);
      else group.push(entry);
    });
    return [...groups.values()].flatMap((group) =>
      group.length <= mostStated && distinct(group) === 2 ? (disagreement(context, group) ?? []) : [],
    );
  },
};
