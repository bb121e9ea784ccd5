import type { Claim } from '../record/claim.ts';
import type { Milestone } from '../record/milestone.ts';
import { mayMeasure, readDuration } from '../values/duration.ts';
import { countsFromStart } from './claims-detection.ts';
import { costClaims } from './claims-cost.ts';
import { findMoments, firstMoment } from '../values/time.ts';
import { conceptOf, isLengthKey, isPlanned, stateFigure } from './label-concepts.ts';
import type { Label } from './labels.ts';

/** A claim with its place in the view. */
export type Placed = { claim: Claim; from: number; to: number };

const unknown = /^(?:\?+|n\/?a|tb[acd]|unknown|not (?:known|applicable|available)|none|-+|—|unbekannt|inconnue?)\.?$/i;
const blankForm = /^\[|\bx+ (?:min|hour)|\b(?:hh|mm):?(?:mm|ss)\b|^<[^<>]*>$|^_+$|\{\{/i;
const scope =
  /\(((?:during|only|within|in|outside|excluding|working|business|support|office)\b[^()]{3,80})\)|\b(during (?:support|business|working|office) hours[^.;]{0,60})/i;
const noneBefore = /^(?:none|no|nil|keine?r?|aucune?|ningun[oa]|nessun[oa])\b(?=.{0,200}\d)/i;
const skippedKinds = new Set(['actions', 'prevention', 'reference', 'links', 'lessons', 'related']);

/** Words that limit what a value says; undefined for a plain one. */
function qualifierOf(text: string, own: string | undefined): string | undefined {
  const found = scope.exec(text);
  return (found?.[1] ?? found?.[2])?.trim() ?? own;
}

/** A claim from a duration as read; the text is kept as it stands. `name` is the label it stands under, which may limit it. */
export function durationClaim(
  figure: string,
  text: string,
  value: ReturnType<typeof readDuration>,
  more: Pick<Claim, 'origin'> & { line: number },
  name = '',
): Claim {
  const qualifier = qualifierOf(`${name} ${text}`, value?.qualifier);
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

/** `Mitigation: 45 minutes` may be a phase that begins with the detection; `mitigated after` counts from the start. */
const fromStart = /\s(?:in|after|within)$/;
/** `Detection: within 5 minutes`: a length under the name of a moment, in units that are no time of day, is the time to it. */
const reaching: Partial<Record<Milestone, string>> = {
  detected: 'timeToDetect',
  acknowledged: 'timeToAcknowledge',
  mitigated: 'timeToRepair',
  resolved: 'timeToResolve',
};
const spelled = /\b(?:min(?:ute)?s?|hours?|seconds?|days?)\b/i;

const unitOfName = /\b(minutes?|mins?|hours?|hrs?|seconds?|secs?|[hms](?=\W{0,2}$))(?![\p{L}\d])/iu;

/** A number alone in a field whose label names the unit: `Downtime (minutes): 45`. */
function bareNumber(label: Label): ReturnType<typeof readDuration> {
  const unit = unitOfName.exec(label.name.replace(/(?<=[a-z])(?=[A-Z])|_/g, ' '))?.[1];
  const number = /^~?\s?(\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?)\s*$/.exec(label.value)?.[1];
  return unit !== undefined && number !== undefined ? readDuration(`${number} ${unit}`) : undefined;
}

/** `10:10 to 12:36 UTC, partial`: the clock of a window is no length. */
const opensWindow = (value: string): boolean => firstMoment(value, {}, 0, 0)?.until !== undefined;

function reachedMoment(milestone: Milestone | undefined, key: string): string | undefined {
  return milestone === 'detected' || (milestone !== undefined && fromStart.test(key)) ? reaching[milestone] : undefined;
}

/** Claims of the labelled fields: every label made for a length of time, with `?` and `N/A` kept as a claim without value. */
export function labelClaims(labels: Label[], lineOf: (offset: number) => number): Placed[] {
  const found: Placed[] = costClaims(labels, lineOf);
  const states: { claim: Claim; name: string }[] = [];
  for (const label of labels) {
    if (isPlanned(label.key) || skippedKinds.has(label.kind)) continue;
    if (label.value.length > 240 || !(mayMeasure(label.value) || unknown.test(label.value))) continue;
    const concept = conceptOf(label.key);
    const named = concept === undefined ? stateFigure(label.key) : undefined;
    const moment = concept?.edge === 'window' ? 'duration' : reachedMoment(concept?.milestone, label.key);
    const mayClaim = concept?.figure !== undefined || moment !== undefined || named !== undefined;
    if (!mayClaim || blankForm.test(label.value) || noneBefore.test(label.value)) continue;
    const value = readDuration(label.value) ?? bareNumber(label);
    const state = isWhole(label.value, value) ? named : undefined;
    const reached =
      moment !== undefined &&
      spelled.test(label.value) &&
      (isWhole(label.value, value) || isSince(moment, label, value))
        ? moment
        : undefined;
    const figure = concept?.figure ?? reached ?? state;
    if (figure === undefined || (value?.seconds === 0 && /\bsev\b/.test(label.key))) continue;
    const isMoment = findMoments(label.value).some(
      (mention) => mention.clock !== undefined && (mention.date !== undefined || mention.until !== undefined),
    );
    const ownField = isLengthKey(label.key);
    if (
      value === undefined
        ? !(unknown.test(label.value) && ownField)
        : value.from > 60 ||
          (isMoment && value.from === 0 && (value.to === label.value.length || opensWindow(label.value)))
    )
      continue;
    if (
      value !== undefined &&
      isClockOnly(label.value, edge.test(label.key) || (concept?.milestone !== undefined && !ownField))
    )
      continue;
    const where = { origin: label.origin, line: lineOf(label.from) };
    const claim = durationClaim(figure, label.value, value, where, label.name);
    if (state !== undefined) states.push({ claim, name: label.name });
    found.push({ claim, from: label.from, to: label.to });
  }
  // States that lasted differently are parts of the incident: each is limited to what its label names.
  if (new Set(states.map(({ claim }) => claim.value)).size > 1)
    for (const { claim, name } of states) claim.qualifier ??= name;
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

/** True when a value is a length of time and nothing else but a remark in brackets: `25 minutes (to the all-clear)`. */
function isWhole(text: string, value: ReturnType<typeof readDuration>): boolean {
  return (
    value !== undefined &&
    value.from === 0 &&
    /^\s{0,3}(?:[.;]|\([^()]{0,120}\)\.?)?\s{0,3}$/.test(text.slice(value.to))
  );
}

/** `Detection: by a guest, 20 minutes after the doors opened` */
function isSince(moment: string, { value: text }: Label, value: ReturnType<typeof readDuration>): boolean {
  return moment === 'timeToDetect' && value !== undefined && countsFromStart(text, value);
}

/** `Outage from: 09:50` */
const edge = /\b(?:from|until|till|since|at|start|end)$/;

/** `Detection time: 14:05` is a moment, not 14 hours. */
function isClockOnly(value: string, mayBeMoment: boolean): boolean {
  return mayBeMoment && /^\D{0,3}\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|utc|gmt|[a-z]{3,4})?$/i.test(value);
}
