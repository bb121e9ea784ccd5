import { stemmer } from 'stemmer';
import { makeRunTable, Runs } from './runs.ts';

/** Longer words are looked for by their beginning. */
const longest = 64;
const piece = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{L}\p{M}]+/gu;
const mixed = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}|\p{L}\p{N}|\p{N}\p{L}/u;
const withoutBlanks = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
const plainEnglish = /^[a-z]{3,}$/;
const accents = /\p{Mn}/gu;

/** Words too frequent in English to say anything: they are in nearly every text, and are not looked for. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all am an and any are as at be because been before being below between both but by can did do does
  doing don down during each few for from further had has have having he her here hers herself him himself his how i if in into is it
  its itself just me more most my myself no nor not now of off on once only or other our ours ourselves out over own s same she should
  so some such t than that the their theirs them themselves then there these they this those through to too under until up very was we
  were what when where which while who whom why will with you your yours yourself yourselves`.split(/\s+/),
);

/** How a word is compared: without accents, small. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(accents, '').toLowerCase().replaceAll('ß', 'ss');

/**
 * The stem of a folded word: English ones end in many ways; names with digits, and other scripts, in one. Porter's steps make `deploi`
 * of `deployed` and `deploy` of `deployment`: both are one word here.
 */
export const stemOf = (word: string): string =>
  plainEnglish.test(word) ? stemmer(word).replace(/(?<=[aeou])i$/, 'y') : word;

const twos = (word: string): string[] => {
  const letters = [...word];
  return letters.length < 3 ? [word] : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
};

/** The pieces of a run that says several words: `OOMKilled`, `publick8s`. */
function piecesOf(given: string): string[] {
  if (!mixed.test(given)) return [];
  const pieces = [...given.slice(0, 200).matchAll(piece)].map(([part]) => folded(part));
  return pieces.filter((part) => part.length > 1 && !stopWords.has(part));
}

/** The words of a run; `apart` when they follow each other, as in scripts without blanks, which are taken in twos. */
export type Run = { words: readonly string[]; apart: boolean };

const mostTwos = 2000;

/** Reads a run as it is looked for. */
export function readRun(given: string): Run {
  if (withoutBlanks.test(given)) return { words: twos(folded(given)).slice(0, mostTwos), apart: true };
  const word = folded(given).slice(0, longest);
  return { words: word === '' || stopWords.has(word) ? [] : [...new Set([word, ...piecesOf(given)])], apart: false };
}

const slots = 1 << 14;
const knownRun = makeRunTable(slots, (given) => {
  const run = readRun(given);
  return { ...run, stems: run.words.map(stemOf) };
});
const runs = new Runs();

/** Takes the runs of a text in their order. */
function eachRun(text: string, take: (run: Run & { stems: readonly string[] }) => void): void {
  runs.read(text);
  for (let index = 0; index < runs.count; index += 1) take(knownRun(runs, index, text));
}

/** The words of a text in their order, without those that say nothing. */
export function wordsOf(text: string): string[] {
  const found: string[] = [];
  eachRun(text, ({ words }) => found.push(...words));
  return found;
}

/** The stems of the words of a text in their order. */
export function stemsOf(text: string): string[] {
  const found: string[] = [];
  eachRun(text, ({ stems }) => found.push(...stems));
  return found;
}

/** The words of a search in their order. `undefined` stands for one that says nothing. */
export function runsOf(text: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  eachRun(text, ({ words, apart }) => (apart ? found.push(...words) : found.push(words[0])));
  return found;
}
