import type { Claim } from '../record/claim.ts';
import { readDuration } from '../values/duration.ts';
import { findMoments } from '../values/time.ts';
import { conceptOf, isLengthKey, isPlanned } from './label-concepts.ts';
import type { Label } from './labels.ts';

/** A claim with its place in the view. */
export type Placed = { claim: Claim; from: number; to: number };

const unknown = /^(?:\?+|n\/?a|tb[acd]|unknown|not (?:known|applicable|available)|none|-+|—|unbekannt|inconnue?)\.?$/i;
const blankForm = /^\[|\bx+ (?:min|hour)|\b(?:hh|mm):?(?:mm|ss)\b|^<[^<>]*>$|^_+$|\{\{/i;
const scope =
  /\(((?:during|only|within|in|outside|excluding|working|business|support|office)\b[^()]{3,80})\)|\b(during (?:support|business|working|office) hours[^.;]{0,60})/i;
const skippedKinds = new Set(['actions', 'prevention', 'reference', 'links', 'lessons', 'related']);

/** Words that limit what a value says; undefined for a plain one. */
export function qualifierOf(text: string, own: string | undefined): string | undefined {
  const found = scope.exec(text);
  return (found?.[1] ?? found?.[2])?.trim() ?? own;
}

/** A claim from a duration as read; the text is kept as it stands. */
export function durationClaim(
  figure: string,
  text: string,
  value: ReturnType<typeof readDuration>,
  more: Pick<Claim, 'origin'> & { line: number },
): Claim {
  const qualifier = qualifierOf(text, value?.qualifier);
  return {
    figure,
    ...(value ? { value: value.seconds, unit: 'seconds' } : {}),
    ...(value?.upToSeconds === undefined ? {} : { upTo: value.upToSeconds }),
    text,
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(value?.approximate ? { approximate: true } : {}),
    ...more,
  };
}

/** A number alone in a field whose label names the unit: `Downtime (minutes): 45`. */
function bareNumber(label: Label): ReturnType<typeof readDuration> {
  const unit = /\b(minutes?|mins?|hours?|hrs?|seconds?|secs?)\b/i.exec(label.name)?.[1];
  const number = /^~?\s?(\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?)\s*$/.exec(label.value)?.[1];
  return unit !== undefined && number !== undefined ? readDuration(`${number} ${unit}`) : undefined;
}

/** Claims of the labelled fields: every label made for a length of time, with `?` and `N/A` kept as a claim without value. */
export function labelClaims(labels: Label[], lineOf: (offset: number) => number): Placed[] {
  const found: Placed[] = [];
  for (const label of labels) {
    const concept = conceptOf(label.key);
    if (concept?.figure === undefined || isPlanned(label.key) || skippedKinds.has(label.kind)) continue;
    if (label.value.length > 240 || blankForm.test(label.value)) continue;
    const value = readDuration(label.value) ?? bareNumber(label);
    const isMoment = findMoments(label.value).some(
      (mention) => mention.clock !== undefined && (mention.date !== undefined || mention.until !== undefined),
    );
    const ownField = isLengthKey(label.key);
    if (
      value === undefined
        ? !(unknown.test(label.value) && ownField)
        : value.from > 60 || (isMoment && value.from === 0 && value.to === label.value.length)
    )
      continue;
    if (value === undefined || !isClockOnly(label.value, concept.milestone !== undefined && !isLengthKey(label.key)))
      found.push({
        claim: durationClaim(concept.figure, label.value, value, {
          origin: label.origin === 'frontMatter' ? 'frontMatter' : label.origin,
          line: lineOf(label.from),
        }),
        from: label.from,
        to: label.to,
      });
  }
  return found;
}

/** One claim per figure, value and line; a labelled field goes before a sentence that says the same. */
export function distinctClaims(claims: Placed[]): Placed[] {
  const seen = new Set<string>();
  return claims.filter(({ claim }) => {
    const key = `${claim.figure}|${claim.value ?? claim.text}|${claim.line}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** `Detection time: 14:05` is a moment, not 14 hours. */
function isClockOnly(value: string, mayBeMoment: boolean): boolean {
  return mayBeMoment && /^\D{0,3}\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|utc|gmt|[a-z]{3,4})?$/i.test(value);
}
