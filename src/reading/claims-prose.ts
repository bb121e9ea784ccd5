import type { Claim } from '../record/claim.ts';
import { plainText } from '../markdown/plain.ts';
import type { Block } from '../markdown/blocks.ts';
import { type DurationValue, findDurations } from '../values/duration.ts';
import { findMoments } from '../values/time.ts';
import { durationClaim, type Placed } from './claims-label.ts';
import { firstAtLeast } from './sorted.ts';
import type { Label } from './labels.ts';
import { sentencesOf } from './entries-prose.ts';
import { effectiveKind, type KindSection } from './section-kind.ts';

/** Words near a length of time that say what it measures. `side` says where the word must stand. */
type Cue = { figure: string; pattern: RegExp; side?: 'before' | 'after'; weight?: number };

const cues: Cue[] = [
  {
    figure: 'timeToDetect',
    pattern:
      /\b(?:un(?:noticed|detected)|before (?:we|it|anyone|anybody|someone|the team|being|engineers?|detection)\b[^.]{0,20}?(?:reali[sz]|notic|detect|discover|aware|alert|report|spott)?|(?:to|until|before) (?:be(?:ing)? |first )?(?:detect\w*|notic\w*|discover\w*|reali[sz]\w*)|time to detect\w*|detection (?:time|took|delay)|detected (?:in|within|after)|noticed (?:in|within|after|only after)|(?:alert\w*|detect\w*|notic\w*|identified|discovered) (?:[\w-]+ ){0,5}(?:within|after|in (?:under|about|less)))\b/gi,
    weight: 8,
  },
  {
    figure: 'timeToDetect',
    pattern:
      /\b(?:until|before) (?:we|it was|anyone|someone|the team|our team|engineers)\b[^.]{0,25}?\b(?:notic|detect|reali[sz]|discover|aware|alert)/gi,
    weight: 14,
  },
  {
    figure: 'timeToAcknowledge',
    pattern:
      /\b(?:time to ack\w*|to acknowledge|acknowledged (?:in|within|after)|(?:engineers?|on-?call|team) (?:responded|engaged|acknowledged) (?:in|within|after))\b/gi,
  },
  {
    figure: 'timeToMitigate',
    pattern: /\b(?:time to mitigat\w*|to (?:fully )?mitigate|mitigated (?:in|within|after)|mitigation took)\b/gi,
  },
  {
    figure: 'timeToResolve',
    pattern:
      /\b(?:time to (?:full )?resol\w*|to (?:fully )?resolve|resolution (?:time|took)|resolved (?:in|within|after)|fully resolved)\b/gi,
  },
  {
    figure: 'timeToRepair',
    pattern:
      /\b(?:time to (?:full )?(?:repair|recover\w*|restor\w*|fix)|to (?:fully )?(?:recover|restore|repair|fix)\b|recover(?:y|ed)?(?: itself)? (?:took|in|within|after|time)|restor(?:ed|ation) (?:in|within|after|took)|(?:was|were) back (?:in|within|after)|repaired (?:in|within|after))/gi,
  },
  {
    figure: 'degraded',
    pattern:
      /\b(?:degrad\w+|diminished|intermittent\w*|unstable|instability|elevated|partial(?:ly)?|slow(?:er|ness|ed|ly)?|increased (?:latency|errors?|error rates?)|reduced (?:capacity|performance|service)|higher (?:latency|error)|latency|delayed|delays)\b/gi,
  },
  {
    figure: 'downtime',
    pattern:
      /\b(?:down ?time|outages?|(?:was|were|is|are|being|went|go|been|fully|completely|hard|totally) (?:hard |fully |completely |totally )?down|unavailab\w+|inaccessible|(?:not|in)(?: be)? (?:accessible|available|reachable|usable|operational|working)|unreachable|unusable|unresponsive|offline|down for|(?:could not|couldn.t|unable to|cannot|failed to) (?:\w+)|interruption|brown ?out|black ?out|5\d\d errors|service disruption|indisponib\w+|nicht (?:erreichbar|verfügbar)|ausgefallen|ausfall\w*|störung|panne|hors service)\b/gi,
  },
  {
    figure: 'duration',
    pattern:
      /\b(?:last(?:ed|ing|s)|incident|duration|took place over|ongoing for|for a (?:total|period) of|total(?: time)?|in total|disruption|impact(?:ed|ing)?|affect(?:ed|ing)|over a period|window|issue|errors?|failing|failed|problems?|event|until (?:it was |we )?(?:restored|resolved|fixed|recovered)|normal operation|dauert\w*|a duré|duró)\b/gi,
    weight: -6,
  },
];

const notThis =
  /(?:\b(?:every|each|per|last|past|previous|next|older than|newer than|less than|timeouts? (?:of|to|after)|interval of|window of|retention|ttl|cache[sd]? for|wait(?:ed|ing|s)?|sleep|cron|up to once|first|initial|another|age of|aged|expires? (?:in|after)|valid for|keep|kept|stored? for|within the (?:next|last|past)|in advance|ahead|early|after|only|additional|polls?|runs?|scheduled|planned|expected|expect|estimated|should|would|will|could have|must|target|objective|sla|slo|threshold|if|spent|criteri(?:on|a) of)\s{1,2}(?:\w+\s{1,2}){0,1}?)$/i;
const notAfter =
  /^(?:['’]|\s?(?:ago|later|earlier|before (?:the|this|that) (?:incident|outage|deploy|release)|prior|old|in advance|intervals?|windows?|timeouts?|period of (?:inactivity|time)s?|of (?:data|logs|history|inactivity|video|work|effort|footage)|each|per|apart|at a time|delay|threshold|retention|cache|cron|ttl|notice|from now|hackathon|meeting|call|shift|response time)\b)/i;
const planned =
  /\b(?:planned|scheduled|expected|maintenance (?:window|work|is|will)|will be|will take|should take|estimat\w+ (?:downtime|duration)|anticipat\w+|up to|(?:may|might) (?:be|have|experience|see)|we.ll|usually|typically|periodic\w*|previously|in the past)\b/i;
const strong = new Set(['timeToDetect', 'timeToMitigate', 'timeToResolve', 'timeToRepair', 'timeToAcknowledge']);

const skipped = new Set(['actions', 'prevention', 'reference', 'links', 'related', 'lessons', 'people', 'lucky']);

/** `an hour of total downtime` says itself what it is, whatever stands before it. */
const ownNoun =
  /^\s?(?:of|in)\s(?:\w+\s){0,2}(?:downtime|outages?|unavailability|degrad\w+|diminished|disruption|interruption)\b/i;
/** `mitigated after 92 minutes`: here `after` measures. */
const doneAfter =
  /\b(?:mitigated|resolved|restored|recovered|repaired|fixed|detected|noticed|acknowledged|back)\s(?:\w+\s)?(?:in|within|after|for)\s(?:only\s|just\s)?$/i;
/** Kinds whose subsections are not read either. */
const plans = new Set(['actions', 'prevention', 'reference', 'links', 'related']);

/** The figure a duration in a sentence speaks of: the cue nearest to it, in its own clause first. */
function figureOf(sentence: string, value: DurationValue, others: DurationValue[]): string | undefined {
  let best: { figure: string; distance: number } | undefined;
  for (const cue of cues) {
    cue.pattern.lastIndex = 0;
    for (let match = cue.pattern.exec(sentence); match; match = cue.pattern.exec(sentence)) {
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
      if (gap <= (strong.has(cue.figure) ? 60 : 90) && (!best || distance < best.distance))
        best = { figure: cue.figure, distance };
    }
  }
  return best?.figure;
}

function readSentence(sentence: string): { figure: string; value: DurationValue }[] {
  const values = findDurations(sentence);
  if (values.length === 0 || planned.test(sentence)) return [];
  return values.flatMap((value) => {
    const before = sentence.slice(Math.max(0, value.from - 40), value.from);
    const after = sentence.slice(value.to, value.to + 40);
    const told = ownNoun.test(after) || doneAfter.test(before);
    if (!told && (notThis.test(before) || notAfter.test(after))) return [];
    if (value.bound === 'atMost' && /[<≤]/.test(sentence.slice(value.from, value.from + 2))) return [];
    const figure = figureOf(sentence, value, values);
    // Seconds beside a word for slowness are latencies, not the length of the incident.
    if (figure === undefined || (value.seconds < 60 && !strong.has(figure))) return [];
    return [{ figure, value }];
  });
}

/** The range a sentence gives beside a length that is its own: `from 10:00 to 10:35, for 35 minutes` speaks of that part only. */
function ownRange(sentence: string, value: DurationValue): string | undefined {
  if (!/\d[:.h]\d\d/.test(sentence)) return undefined;
  for (const { clock, until, untilDate, from, to } of findMoments(sentence)) {
    if (!clock || !until || untilDate) continue;
    const minutes = (until.hour - clock.hour) * 60 + until.minute - clock.minute;
    if (Math.abs((minutes < 0 ? minutes + 1440 : minutes) * 60 - value.seconds) < 60) return sentence.slice(from, to);
  }
  return undefined;
}

const unitNear =
  /\d\s?(?:m|h|s|d|min|hr|hour|sec|day)|\b(?:hours?|minutes?|days?|seconds?|weeks?|stunden?|minuten|heures?)\b/i;

type Scope = { text: string; lineOf: (offset: number) => number; into: Placed[]; labelled: number[] };

/** The text with lines that a label already claims blanked. `labelled` holds where their values begin. */
function withoutLabels(whole: string, from: number, labelled: number[]): string {
  let result = whole;
  for (let index = firstAtLeast(labelled, from); index < labelled.length; index += 1) {
    const at = (labelled[index] as number) - from;
    if (at >= whole.length) break;
    const lineEnd = result.indexOf('\n', at);
    const end = lineEnd < 0 ? result.length : lineEnd;
    result = `${result.slice(0, at)}${' '.repeat(end - at)}${result.slice(end)}`;
  }
  return result;
}

function fromText(
  from: number,
  to: number,
  origin: NonNullable<Claim['origin']>,
  { text, lineOf, into, labelled }: Scope,
): void {
  const whole = withoutLabels(text.slice(from, Math.min(to, from + 40_000)), from, labelled);
  if (!unitNear.test(whole) || whole.startsWith('[^')) return;
  for (const sentence of sentencesOf(whole)) {
    const raw = whole.slice(sentence.from, sentence.to);
    if (raw.length > 3000 || !unitNear.test(raw)) continue;
    const plain = plainText(raw.replaceAll('\n', ' '));
    for (const { figure, value: read } of readSentence(plain)) {
      const scope = ownRange(plain, read);
      const value = scope === undefined ? read : { ...read, qualifier: scope };
      const near = raw.indexOf(plain.slice(value.from, value.to));
      const at = from + sentence.from + Math.max(0, near);
      const words = plain.length <= 240 ? plain : plain.slice(Math.max(0, value.from - 100), value.to + 100).trim();
      into.push({
        claim: durationClaim(figure, words, value, { origin, line: lineOf(at) }),
        from: at,
        to: at + value.to - value.from,
      });
    }
  }
}

/** Claims in the sentences of one value of a record. `line` is that of the value. */
export function sentenceClaims(text: string, origin: NonNullable<Claim['origin']>, line: number): Placed[] {
  const into: Placed[] = [];
  fromText(0, text.length, origin, { text, lineOf: () => line, into, labelled: [] });
  return into;
}

function fromBlocks(blocks: Block[], scope: Scope): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') fromText(block.from, block.to, 'prose', scope);
    else if (block.type === 'list') for (const item of block.items) fromBlocks(item.blocks, scope);
    else if (block.type === 'table') {
      for (const row of block.rows) for (const cell of row.cells) fromText(cell.from, cell.to, 'table', scope);
    }
  }
}

/**
 * Claims in sentences: a length of time with the nearest cue that says what it measures. Plans, targets, intervals and lengths that
 * belong to something else (`every 5 minutes`, `3 hours later`) are none; actions, prevention and glossaries are not read.
 */
export function proseClaims(
  sections: KindSection[],
  front: Label[],
  labelled: Placed[],
  text: string,
  lineOf: (offset: number) => number,
): Placed[] {
  const into: Placed[] = [];
  const scope = { text, lineOf, into, labelled: labelled.map(({ from }) => from).toSorted((a, b) => a - b) };
  for (const { key, value, from, to } of front) {
    if (!/^(?:title|description|summary|excerpt|subtitle)$/.test(key)) continue;
    for (const found of readSentence(value))
      into.push({
        claim: durationClaim(found.figure, value, found.value, { origin: 'frontMatter', line: lineOf(from) }),
        from,
        to,
      });
  }
  for (const section of sections) {
    if (skipped.has(effectiveKind(section)) || section.within.some((kind) => plans.has(kind))) continue;
    if (section.heading && section.level <= 2)
      fromText(section.heading.contentFrom, section.heading.contentTo, section.level === 1 ? 'title' : 'prose', scope);
    fromBlocks(section.blocks, scope);
  }
  return into;
}
