import type { Claim } from '../record/claim.ts';
import { plainText } from '../markdown/plain.ts';
import type { Block } from '../markdown/blocks.ts';
import { matchesOf } from '../values/matches.ts';
import { isAboutDetection } from './claims-detection.ts';
import { durationClaim, type Placed } from './claims-label.ts';
import type { OwnIncident } from './claims-other.ts';
import { ownRange, readSentence, type Standing, tellsInHindsight } from './claims-sentence.ts';
import { firstAtLeast } from './sorted.ts';
import type { Label } from './labels.ts';
import { sentencesOf } from './entries-prose.ts';
import { effectiveKind, type KindSection } from './section-kind.ts';

const skipped = new Set(['actions', 'prevention', 'reference', 'links', 'related', 'people', 'lucky']);
/** Kinds whose subsections are not read either. */
const plans = new Set(['actions', 'prevention', 'reference', 'links', 'related']);
/** Kinds that tell how long it lasted. */
const telling = new Set(['summary', 'impact', 'header']);
const lengths = new Set(['duration', 'downtime', 'degraded', 'timeToResolve', 'timeToRepair', 'timeToMitigate']);

/** A unit of time; walked once through a paragraph, whose sentences without one are not read. */
const unitNear =
  /\d[\s-]?(?:[mhsd](?![a-z])|mi|h[eor]|s[et]|d[aiín])|\b(?:hours?|minutes?|days?|seconds?|weeks?|stunden?|minuten|heures?)\b/gi;

/** Where the first unit at or behind an offset begins; Infinity when there is none. */
function nextUnit(text: string, offset: number): number {
  unitNear.lastIndex = offset;
  return unitNear.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

type Scope = {
  text: string;
  lineOf: (offset: number) => number;
  into: Placed[];
  labelled: number[];
  standing: Standing;
  /** Claims that nothing but their place makes claims. */
  weak: Placed[];
  /** True where people look back: only `2 minutes to detect` is a claim there. */
  actsOnly?: boolean;
  own?: OwnIncident;
  /** In a place about detection that has not yet said how long it took. */
  detecting?: boolean;
};

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

/** The last 300 signs of what was said before. */
function lastOf(said: string[]): string {
  let last = '';
  for (let index = said.length - 1; index >= 0 && last.length < 300; index -= 1) last = ` ${said[index]}${last}`;
  return last.slice(-300);
}

function fromText(from: number, to: number, origin: NonNullable<Claim['origin']>, scope: Scope): void {
  const { text, lineOf, into, labelled, weak, actsOnly, own } = scope;
  const standing = origin === 'title' ? 'title' : scope.standing;
  const whole = withoutLabels(text.slice(from, Math.min(to, from + 40_000)), from, labelled);
  let unitAt = nextUnit(whole, 0);
  if (unitAt === Number.POSITIVE_INFINITY || whole.startsWith('[^')) return;
  const said: string[] = [];
  let detecting = scope.detecting === true || isAboutDetection(paragraphLabel.exec(whole)?.[0] ?? '');
  for (const sentence of sentencesByLine(whole)) {
    const raw = whole.slice(sentence.from, sentence.to);
    if (unitAt < sentence.from) unitAt = nextUnit(whole, sentence.from);
    const before = unitAt >= sentence.to ? '' : lastOf(said);
    if (raw.length > 3000) said.length = 0;
    else said.push(raw);
    if (raw.length > 3000 || unitAt >= sentence.to) continue;
    const plain = plainText(raw.replaceAll('\n', ' ')).trim();
    const around = { ...(own ? { own } : {}), previous: before, detecting };
    for (const { figure, value: read, weak: guessed } of readSentence(plain, standing, around)) {
      if (actsOnly && !tellsInHindsight(plain, { figure, value: read })) continue;
      if (figure === 'timeToDetect') scope.detecting = detecting = false;
      const range = ownRange(plain, read);
      const value = range === undefined ? read : { ...read, qualifier: range };
      const near = raw.indexOf(plain.slice(value.from, value.to));
      const at = from + sentence.from + Math.max(0, near);
      const words = plain.length <= 240 ? plain : plain.slice(Math.max(0, value.from - 100), value.to + 100).trim();
      (guessed ? weak : into).push({
        claim: durationClaim(figure, words, value, { origin, line: lineOf(at) }),
        from: at,
        to: at + value.to - value.from,
      });
    }
  }
}

/** `**How we knew:** a call`: the label that a paragraph opens with. */
const paragraphLabel = /^[*_\s]{0,5}[^:.?*_\n]{3,40}[:.?]/;

/** The end of a line before one that opens with a time, and the end of all. */
const beforeTime = /\n(?=[^\p{L}\d\n]{0,9}\d{1,2}[:.]\d\d)|$/gu;

/** Sentences, where a line that opens with a time (`[22:48] Joost: ...`) is a saying of its own. */
function sentencesByLine(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let start = 0;
  for (const match of matchesOf(beforeTime, text)) {
    const part = sentencesOf(text.slice(start, match.index));
    for (const { from, to } of part) {
      const last = found.at(-1);
      // `1 Std. 35 Min.`: the point ends a unit, no sentence.
      if (last && /\d\s?(?:std|stdn|hrs?|mins?|approx)\.$/i.test(text.slice(last.to - 12, last.to).trimEnd())) {
        if (/^\s{0,2}[\d\p{Ll}]/u.test(text.slice(from + start, from + start + 3))) {
          last.to = to + start;
          continue;
        }
      }
      found.push({ from: from + start, to: to + start });
    }
    start = match.index;
  }
  return found;
}

/** Claims in the sentences of one value of a record. `line` is that of the value. */
export function sentenceClaims(
  text: string,
  origin: NonNullable<Claim['origin']>,
  line: number,
  own: OwnIncident,
): Placed[] {
  const into: Placed[] = [];
  const scope: Scope = { text, lineOf: () => line, into, labelled: [], standing: 'elsewhere', weak: [], own };
  fromText(0, text.length, origin, scope);
  return into;
}

function fromBlocks(blocks: Block[], scope: Scope): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') fromText(block.from, block.to, 'prose', scope);
    else if (block.type === 'list') for (const item of block.items) fromBlocks(item.blocks, scope);
    else if (block.type === 'quote') fromBlocks(block.blocks, scope);
    else if (block.type === 'table') {
      for (const row of block.rows) for (const cell of row.cells) fromText(cell.from, cell.to, 'table', scope);
    }
  }
}

/** A paragraph of a timeline without a time of its own that says how long it was: `Readers refused people for 90 minutes.` */
function isAftermath(block: Block, text: string): boolean {
  const words = block.type === 'paragraph' && block.to - block.from < 300 ? text.slice(block.from, block.to) : '';
  return /\bfor\b/i.test(words) && !/\d[:.h]\d\d/.test(words);
}

/** `We are sorry for the 70 minutes of trouble`: a last word about the incident, whatever it stands under. */
function isApology(block: Block, text: string): boolean {
  if (block.type !== 'paragraph' || block.to - block.from > 600) return false;
  const words = text.slice(block.from, block.to);
  return /\b(?:sorry|apologi[sz]e|regret)\b[^.]{0,30}\bfor\b/i.test(words) && !/\bwill\b/i.test(words);
}

/** The length of a slowness is that of the incident where nothing else is said of how long it was. Changes `into`. */
function measuredAsDegraded(labelled: Placed[], into: Placed[]): void {
  const told = into.filter(({ claim }) => lengths.has(claim.figure) && claim.value !== undefined);
  if (labelled.some(({ claim }) => lengths.has(claim.figure) && claim.value !== undefined)) return;
  if (told.some(({ claim }) => claim.figure !== 'degraded') || new Set(told.map(({ claim }) => claim.value)).size !== 1)
    return;
  for (const { claim } of told) claim.figure = 'duration';
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
  own?: OwnIncident,
): Placed[] {
  const into: Placed[] = [];
  const weak: Placed[] = [];
  const starts = labelled.map(({ from }) => from).toSorted((a, b) => a - b);
  for (const { key, value, from, to } of front) {
    if (!/^(?:title|description|summary|excerpt|subtitle)$/.test(key)) continue;
    // A title is one wherever it stands; the text below may contradict it.
    const origin = key === 'title' ? 'title' : 'frontMatter';
    for (const found of readSentence(value, 'elsewhere', own ? { own } : {}))
      into.push({
        claim: durationClaim(found.figure, value, found.value, { origin, line: lineOf(from) }),
        from,
        to,
      });
  }
  for (const section of sections) {
    const kind = effectiveKind(section);
    const planned = skipped.has(kind) || section.within.some((outer) => plans.has(outer));
    const blocks = planned ? section.blocks.filter((block) => isApology(block, text)) : section.blocks;
    if (blocks.length === 0 && planned) continue;
    const afterwards = section.kind === 'timeline' ? section.blocks.filter((block) => isAftermath(block, text)) : [];
    const standing = telling.has(kind) || (kind === 'other' && section.level <= 1) ? 'told' : 'elsewhere';
    const detecting = isAboutDetection(section.title);
    const scope: Scope = {
      text,
      lineOf,
      into,
      labelled: starts,
      standing,
      weak,
      actsOnly: kind === 'lessons',
      ...(own ? { own } : {}),
      detecting,
    };
    if (section.heading && section.level <= 2 && !planned)
      fromText(section.heading.contentFrom, section.heading.contentTo, section.level === 1 ? 'title' : 'prose', scope);
    if (afterwards.length > 0) fromBlocks(afterwards, { ...scope, standing: 'told' });
    fromBlocks(
      blocks.filter((block) => !afterwards.includes(block)),
      scope,
    );
  }
  measuredAsDegraded(labelled, into);
  // One guess at most, and only where nobody says how long it was.
  const said = [...labelled, ...into].some(({ claim }) => lengths.has(claim.figure) && claim.value !== undefined);
  if (!said) into.push(...weak.slice(0, 1));
  return into;
}
