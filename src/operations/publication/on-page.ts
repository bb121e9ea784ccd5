import { plainText } from '../../markdown/plain.ts';
import { maskSecrets } from '../../sources/mask.ts';
import { insteadOf } from './decisions.ts';
import { decoded } from './hidden.ts';
import { isOrdinary } from './ordinary.ts';
import { type Redaction, redactText } from './redact-text.ts';
import { shown, signSpans, type Suspect } from './suspects.ts';
import { holdsWords, withoutWords } from './whole-words.ts';

const place = 'page';
/** What the report shows of a secret instead of its words. */
const notShown = '(not shown)';

/** The words that a line of Markdown shows: no marks, escapes, references or other forms of the same letters. */
export const wordsShown = (line: string): string =>
  decoded(plainText(line.replaceAll(/<br ?\/?>/gi, ' '))).normalize('NFKC');

/** Texts and the words of each. */
const known = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => [text, ...text.split(/\s+/)]));

/** Of signs in words that formatting had parted, those that the line itself and the report (`heard`) say nothing of. */
function parted(line: string, plain: string, { publicHosts }: Redaction, heard: ReadonlySet<string>): Suspect[] {
  if (plain === line.trim()) return [];
  const found = signSpans(plain, publicHosts);
  if (found.length === 0) return [];
  const own = known(signSpans(line, publicHosts).map(({ from, to }) => line.slice(from, to)));
  const isHeard = (text: string) => own.has(text) || heard.has(text);
  return found
    .map((span) => shown(plain, span, place))
    .filter(({ text }) => {
      if (isHeard(text)) return false;
      // Words that stand beside each other without formatting only: each of them was shown by itself.
      const words = text.split(/\s+/);
      return words.length === 1 || !words.every((word) => isHeard(word) || isOrdinary(word));
    });
}

/**
 * What lines of the page show that the record did not: words of the template, and words that only formatting had parted.
 * @param heard the texts of the report that stay on the page
 */
export function leftOnPage(lines: readonly string[], redaction: Redaction, heard: readonly string[]): Suspect[] {
  const all = known(heard);
  const found = lines.flatMap((line): Suspect[] => {
    const plain = wordsShown(line);
    const { taken } = redactText(plain, redaction);
    const still = taken.map(({ text }) => ({ kind: 'is still on the page', text, place, before: '', after: '' }));
    return [...still, ...parted(line, plain, redaction, all)];
  });
  // Of two that show the same words, the first.
  return [...new Map(found.toReversed().map((one) => [one.text, one])).values()].toReversed();
}

const marks = /^\s{0,20}(?:(?:>|[-*+](?:\s{1,4}\[[ xX]\])?|\d{1,9}[.)]|#{1,6})\s{1,4}){0,8}/;
/** Plain words as Markdown that shows just these. */
const escaped = (plain: string): string =>
  plain.replaceAll(/[\\`*_[\]<>|~]/g, String.raw`\$&`).replaceAll(/&(?=#|[a-z])/gi, '&amp;');

/** Words, or cells of a row, without the suspicions that stand in what they show, though not in how they are written. */
function withoutHidden(text: string, suspects: readonly Suspect[]): string {
  const mark = marks.exec(text)?.[0] ?? '';
  const plain = wordsShown(text.slice(mark.length));
  const masked = suspects.some((one) => one.text === notShown) ? maskSecrets(plain).text : plain;
  const cleaned = suspects.reduce(
    (words, one) => (holdsWords(words, one.text) ? withoutWords(words, one.text, insteadOf(one.kind)) : words),
    masked,
  );
  return cleaned === plain ? text : mark + escaped(cleaned);
}

/** A line of the page without what a person took out; where formatting parts the words, the formatting of the line goes, too. */
export function withoutTaken(line: string, suspects: readonly Suspect[]): string {
  if (suspects.length === 0) return line;
  const longest = suspects.toSorted((a, b) => b.text.length - a.text.length);
  const open = longest.reduce(
    (text, one) => (holdsWords(text, one.text) ? withoutWords(text, one.text, insteadOf(one.kind)) : text),
    line,
  );
  if (!open.trimStart().startsWith('|')) return withoutHidden(open, longest);
  const cells = open.split(/(?<!\\)\|/);
  const whole = (cell: string) => cell.replace(/\S(?:.*\S)?/, (words) => withoutHidden(words, longest));
  return cells.map(whole).join('|');
}

/** A value without what a person took out of the page, in all its texts. */
export function withoutTakenIn<T>(value: T, suspects: readonly Suspect[]): T {
  if (suspects.length === 0) return value;
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string')
      return part
        .split('\n')
        .map((line) => withoutTaken(line, suspects))
        .join('\n');
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, walk(child)]));
  };
  return walk(value) as T;
}
