import { type DateParts, isoDay } from '../values/date.ts';
import { type DurationValue, findDurations } from '../values/duration.ts';
import { matchesOf } from '../values/matches.ts';
import { findMoments } from '../values/time.ts';
import { isAnotherThing, isQuoted, watching } from './claims-thing.ts';
import {
  goesOnDetecting,
  isDetectionThere,
  tellsDetection,
  tellsRecovery,
  tellsRecoveryLater,
} from './claims-detection.ts';
import { tellsWhole } from './claims-whole.ts';
import { acts, cues, elsewhere, notAfter, notThis } from './claims-cues.ts';
import { type OwnIncident, speaksOfAnother } from './claims-other.ts';

/** A length of time in a sentence and the figure it speaks of. `weak`: nothing but its place says that it is the incident's. */
export type Told = { figure: string; value: DurationValue; weak?: boolean };

/** `an hour of total downtime` says itself what it is, whatever stands before it. */
const ownNoun =
  /^\s?(?:of|in)\s(?!the\b)(?:\w+\s){0,2}(?:downtime|outages?|unavailability|degrad\w+|diminished|disruption|interruption|trouble)\b/i;
/** `down for 19 hours in total` is no time to notice, whatever follows. */
const wholly = /^\s(?:in total|altogether|overall|all told|in all)\b/i;
/** `mitigated after 92 minutes`: here `after` measures. */
const doneAfter =
  /\b(?:mitigated|resolved|restored|recovered|repaired|fixed|detected|noticed|acknowledged|back|over|ended|cleared|normal|in place|found out|heard (?:about|of) it|learned (?:about|of) it)\s(?:\w+\s)?(?:in|within|after|for)\s(?:only\s|just\s)?$/i;
/** Words that give the length of the window before them: `from 09:20 until 11:50, which is 90 minutes`. */
const makes =
  /(?:\b(?:for|is|was|it.s|that.s|makes?|made|i\.e\.|total(?:l?ing)?|total of|equals?|gives|amount(?:s|ed|ing) to|c.est|soit|also|macht|zijn|lasted|took)|[(=:–—])\s{0,2}$/i;
/** `was frozen for 45 minutes`: a state that lasted. Things that are kept on purpose are none. */
const wasFor =
  /\b(?:was|were|wasn.t|weren.t|has been|had been|have been|stood|remained|stayed|went|sat)\s(?!(?:only\s)?(?:kept|retained|cached|stored|monitor|observ|watch|running|run|test|valid|open|paused|quiet|stable|idl|drained|held|discuss|on call|available|healthy|fine|empty|green|normal|clean)\w*)(?:\w+\s){1,3}for\s(?:a total of\s)?$/i;
/** `returned nothing for 83 minutes`, `for 41 minutes, writes were lost`. */
const forLength = /\b(?:for|during|pendant|während|durante|gedurende|über|per|por)\s(?:a total of\s|the\s|some\s)?$/i;
/** `no fresh tiles for 85 min`. */
const noneFor = /\b(?:no|without)\s(?:[\w-]+\s){1,4}for\s(?:a total of\s)?$/i;
/** `6 minutes after the call began`: where it stands in time. A length is one after `for` or `lasted`. */
const relative = /^\s(?:after|before|into|following|past)\b/i;
const measures = /\b(?:for|last(?:ed|ing)|took|of|down|about)\s$|[(=:]\s?$/i;
/** `That is nearly two hours`, `90 minutes is a long time`: a window that the sentence before gave, once more. */
const sumsUp = /^\W{0,3}(?:(?:that|this|it)(?:.s|\s(?:is|was|makes|made))\s(?:a total of\s)?)$/i;
/** `1,288 invoices were issued in these 8 hours and 25 minutes.` */
const ofThese = /\b(?:in|during|over|within) (?:these|those)\s$/i;
const isMuch = /^\s(?:is|was)\s(?:a|an|too|far|very|much|not)\b/i;

/** What is left of a sentence that opens with its length: `2 hours without mail`, or the length alone. */
const opening = /^\W{0,3}(?:(?:in (?:all|sum|total)|altogether|that is|so|thus)\b\W{0,2})?$/i;
/** `missed 410 blocks over 41 minutes`: so many in that time, where `over` is not `more than`. */
const countedOver = /(?<![\d.,])\d[\d.,]{0,12}\s(?!(?:is|are|was|were|for|took|lasted)\s)\p{L}{1,30}\s$/u;
const purpose =
  /\b(?:cach\w+|retain\w*|idl\w+|kept|keeps?|stor(?:e|es|ed) (?:for|the)|retr(?:y|ies)|valid|monitor\w*|logs?|wait\w*|ttl|lease|session|poll\w*|backup copies|for free|prolong\w*|extended)\b/i;

/** The figure a duration in a sentence speaks of: the cue nearest to it, in its own clause first. */
function figureOf(sentence: string, value: DurationValue, others: DurationValue[]): string | undefined {
  let best: { figure: string; distance: number } | undefined;
  const total = wholly.test(sentence.slice(value.to, value.to + 16));
  for (const cue of cues) {
    if (total && cue.figure === 'timeToDetect') continue;
    for (const match of matchesOf(cue.pattern, sentence)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const overlaps = from < value.to && to > value.from;
      const gap = overlaps ? 0 : from >= value.to ? from - value.to : value.from - to;
      const between = from >= value.to ? sentence.slice(value.to, from) : sentence.slice(to, value.from);
      const other = others.some(
        (one) =>
          one !== value &&
          (from >= value.to ? one.from >= value.to && one.to <= from : one.from >= to && one.to <= value.from),
      );
      const distance =
        gap +
        (/[,;:]|\b(?:and|but|while|which|although)\b/.test(between) ? 12 : 0) +
        (other ? 40 : 0) -
        (cue.weight ?? 0) -
        (from >= value.to ? 4 : 0);
      if (gap <= (acts.has(cue.figure) ? 60 : 90) && (!best || distance < best.distance))
        best = { figure: cue.figure, distance };
    }
  }
  return best?.figure;
}

/** `were suspended for 40 minutes`: under impact, things that stood still. */
const stoodStill =
  /\b(?:was|were|been|stayed|remained)\s(?:(?:then|thus|therefore|completely|fully)\s)?(?:paused|suspended|halted|stopped|closed|shut|frozen|stuck|blocked|stalled|idle)\sfor\s(?:a total of\s)?$/i;
const ourMeasure =
  /(?<!\b(?:no|none of the)\s(?:[\w-]+\s){0,2})\b(?:deploy\w*|releases?|merges?|roll-?outs?|jobs?)\s(?:was|were)\b(?! not| never|n.t)/i;

/** Two times of day before or behind a length in its sentence: the window it measures. */
function hasWindow(sentence: string): boolean {
  if (!/\d[:.h]\d\d|\d\s?[ap]\.?m/i.test(sentence)) return false;
  const clocks = findMoments(sentence).filter(({ clock }) => clock !== undefined);
  return clocks.length > 1 || clocks.some(({ until }) => until !== undefined);
}

/** `rimasto spento per 3 ore`: the Italian `per` measures. */
const perMeasures = /(?<!\p{L})(?:è|sono|era|erano|rimast\p{L}|stat\p{L})\s[^.;:]{0,50}\bper\s(?:circa\s)?$/iu;
const lasted = /\b(?:the|this|our) (?:\w+ ){0,2}(?:incident|outage|disruption|downtime)\s(?:lasted|took|went on)\b/i;

/** `Pushes failed for 99 minutes`, and not `a push that fails for 99 minutes`. */
const pastFor = /\b(?:was|were|failed|stopped|stood|lost|went|hung|could not|couldn.t)\b[^.;:]{0,60}\bfor\s$/i;

/** Where a sentence stands: `told` in a summary or under impact, where documents say how long it lasted. */
export type Standing = 'title' | 'told' | 'elsewhere';

/** What surrounds a sentence: the incident its document is about, the sentence before it, and whether its place is about detection. */
export type Around = { own?: OwnIncident; previous?: string; detecting?: boolean };

/** The part of a sentence between semicolons that holds a value. */
function clauseOf(sentence: string, { from, to }: DurationValue): string {
  const end = sentence.indexOf(';', to);
  return sentence.slice(sentence.lastIndexOf(';', from) + 1, end < 0 ? undefined : end);
}

function toldBy(
  sentence: string,
  value: DurationValue,
  values: DurationValue[],
  standing: Standing,
  { previous, detecting }: Around,
): Told | undefined {
  const before = sentence.slice(Math.max(0, value.from - 60), value.from);
  const after = sentence.slice(value.to, value.to + 40);
  const detects =
    tellsDetection(sentence, value) ||
    (detecting === true && isDetectionThere(sentence, value)) ||
    (previous !== undefined && goesOnDetecting(previous, sentence, value));
  if (detects) return { figure: 'timeToDetect', value };
  if (tellsRecovery(sentence, value) || tellsRecoveryLater(sentence, value, previous))
    return { figure: 'timeToRepair', value };
  if (tellsWhole(sentence, value, () => hasWindow(sentence))) return { figure: 'duration', value };
  const told = ownNoun.test(after) || doneAfter.test(before) || perMeasures.test(before);
  if (
    !told &&
    (notThis.test(before.slice(-40)) || notAfter.test(after) || /^\sbefore(?:hand)?\s{0,2}(?:[.,;)]|$)/i.test(after))
  )
    return undefined;
  if (
    value.bound === 'atMost' &&
    standing !== 'title' &&
    /^(?:[<≤]|below|shorter|up to)/i.test(sentence.slice(value.from))
  )
    return undefined;
  if (isAnotherThing(sentence, value, before, after)) return undefined;
  const nearest = figureOf(sentence, value, values);
  const figure = nearest === 'degraded' && lasted.test(before) ? 'duration' : nearest;
  // `an hour before we noticed`, `acknowledged within 5 minutes after the page`: the act measures.
  const byAct = figure !== undefined && acts.has(figure);
  const measuredBy = byAct && (/^\sbefore\b/i.test(after) || /^within\b/i.test(sentence.slice(value.from)));
  if (!told && !measuredBy && relative.test(after) && !measures.test(before)) return undefined;
  const again = value.from < 30 && sumsUp.test(sentence.slice(0, value.from));
  const once = value.from === 0 ? isMuch.test(after) || /^\s?;/.test(after) : ofThese.test(before);
  if (figure === undefined && (again || once) && previous !== undefined)
    if (hasWindow(previous.slice(-160))) return { figure: 'duration', value };
  // `called back within 15 minutes` bounds an act, not an outage.
  if (figure !== undefined && !byAct && /^within\b/i.test(sentence.slice(value.from))) return undefined;
  // Seconds beside a word for slowness are latencies, not the length of the incident.
  if (figure !== undefined) return value.seconds < 60 && !byAct ? undefined : { figure, value };
  const counted = standing === 'told' && countedOver.test(before) && /^over\s/i.test(sentence.slice(value.from));
  if (counted && value.seconds >= 60 && !purpose.test(clauseOf(sentence, value))) {
    const { from, to, seconds } = value;
    return { figure: 'duration', value: { from, to, seconds }, weak: true };
  }
  if (value.seconds < 60 || value.bound !== undefined) return undefined;
  if (hasWindow(sentence) && (makes.test(before) || ownRange(sentence, value) !== undefined))
    return { figure: 'duration', value };
  if (standing === 'told' && stoodStill.test(before) && !ourMeasure.test(sentence))
    return { figure: 'downtime', value };
  // `40 minutes without payments` is a whole title.
  const wholeTitle =
    /^\s(?:without|of)\b|^[\s-](?:loss|lack|absence|failure|freeze|gap|stall|stop|halt|lock-?out|black-?out|pause)\b/i.test(
      after,
    ) ||
    (before.endsWith('(') && /^\)\W{0,3}$/.test(after));
  if (standing === 'title' && wholeTitle) return { figure: 'duration', value };
  const opens = opening.test(sentence.slice(0, value.from).slice(0, 20)) && value.from < 20;
  const states =
    standing === 'title' ||
    wasFor.test(before) ||
    (noneFor.test(before) && !watching.test(sentence) && !isQuoted(sentence, value)) ||
    (opens && /^\swithout\s/i.test(after)) ||
    (/\bperiod of\s$/i.test(before) && /^\s(?:(?:during|in) which|when|where)\b/i.test(after)) ||
    (standing === 'told' && opens && (previous ?? '') !== '' && /^\W{0,3}$/.test(after)) ||
    (standing === 'told' && (forLength.test(before) || (value.from === 0 && /^\sof\s/i.test(after))));
  const opensWith = standing === 'told' && /^for\s$/i.test(sentence.slice(0, value.from)) && after.startsWith(',');
  return states && (opensWith || !purpose.test(clauseOf(sentence, value))) && !ourMeasure.test(sentence)
    ? { figure: 'duration', value, weak: true }
    : undefined;
}

/** Claims of one sentence without marks: each length of time with the nearest cue, or weak by where it stands. */
export function readSentence(sentence: string, standing: Standing = 'elsewhere', around: Around = {}): Told[] {
  const values = findDurations(sentence);
  if (values.length === 0 || elsewhere.test(sentence) || speaksOfAnother(sentence, around.own)) return [];
  return values.flatMap((value) => toldBy(sentence, value, values, standing, around) ?? []);
}

/** True where people look back (`Lessons learned`) and a sentence still says how long this incident or its detection took. */
export function tellsInHindsight(sentence: string, { figure, value, weak }: Told): boolean {
  if (acts.has(figure))
    return /^\s(?:to|until|before)\s/.test(sentence.slice(value.to, value.to + 10)) || tellsDetection(sentence, value);
  const before = sentence.slice(Math.max(0, value.from - 60), value.from);
  if (!weak && pastFor.test(before)) return true;
  return (makes.test(before) && hasWindow(sentence)) || lasted.test(before);
}

/** NaN where one of the dates is not whole. */
function daysBetween(from: DateParts | undefined, to: DateParts): number {
  return (Date.parse(isoDay(to) ?? '') - Date.parse((from && isoDay(from)) ?? '')) / 86_400_000;
}

/** The range a sentence gives beside a length that is its own: `from 10:00 to 10:35, for 35 minutes` speaks of that part only. */
export function ownRange(sentence: string, value: DurationValue): string | undefined {
  if (!/\d[:.h]\d\d/.test(sentence)) return undefined;
  for (const { clock, until, date, untilDate, from, to } of findMoments(sentence)) {
    if (!clock || !until) continue;
    const days = untilDate ? daysBetween(date, untilDate) : 0;
    const minutes = (until.hour - clock.hour) * 60 + until.minute - clock.minute;
    const whole = untilDate ? minutes + 1440 * days : (minutes + 1440) % 1440;
    if (Math.abs(whole * 60 - value.seconds) < 60) return sentence.slice(from, to);
  }
  return undefined;
}
