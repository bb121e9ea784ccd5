import { distanceWithin } from './distance.ts';
import { grown } from './lists.ts';
import { stemOf } from './tokens.ts';

/** The words of all texts. A word has a number; its stem is a word, too. */
export type Vocabulary = {
  /** The number of a word, made when it is new. */
  numberOf: (word: string) => number;
  /** The number of a word that was seen, or undefined. */
  known: (word: string) => number | undefined;
  wordAt: (number: number) => string;
  /** The number of a word's stem: texts are found by it. */
  stemAt: (number: number) => number;
  /** Notes that a text has the word, as it is written. */
  seen: (number: number) => void;
  /** Numbers of written words that begin so, the most frequent first. */
  beginning: (letters: string, most: number) => number[];
  /** Numbers of written words a slip or two away, the nearest and most frequent first. */
  near: (word: string) => number[];
  size: () => number;
};

const keyLetters = 2;

/** The letters of a word as bits: words that are near each other differ in few of them. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsIn(given: number): number {
  let value = given - ((given >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many slips are forgiven in a word: none in short ones, which are near too many others. */
const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** An empty vocabulary. */
export function makeVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const byBeginning = new Map<string, number[]>();
  let stems = new Int32Array(1024);
  let counts = new Int32Array(1024);
  let letters = new Int32Array(1024);

  const add = (word: string): number => {
    const number = words.push(word) - 1;
    numbers.set(word, number);
    stems = grown(stems, number + 1);
    counts = grown(counts, number + 1);
    letters = grown(letters, number + 1);
    letters[number] = lettersOf(word);
    const key = word.slice(0, keyLetters);
    const same = byBeginning.get(key);
    if (same === undefined) byBeginning.set(key, [number]);
    else same.push(number);
    const stem = stemOf(word);
    // A stem may have another stem itself: it stands for itself here, as texts are kept under it.
    stems[number] = stem === word ? number : (numbers.get(stem) ?? add(stem));
    return number;
  };
  const byCount = (left: number, right: number) => (counts[right] as number) - (counts[left] as number);

  return {
    numberOf: (word) => numbers.get(word) ?? add(word),
    known: (word) => numbers.get(word),
    wordAt: (number) => words[number] as string,
    stemAt: (number) => stems[number] as number,
    seen: (number) => {
      counts[number] = (counts[number] as number) + 1;
    },
    beginning: (begun, most) => {
      const same = byBeginning.get(begun.slice(0, keyLetters)) ?? [];
      return same
        .filter((number) => (counts[number] as number) > 0 && (words[number] as string).startsWith(begun))
        .toSorted(byCount)
        .slice(0, most);
    },
    near: (word) => {
      const slips = slipsIn(word);
      if (slips === 0) return [];
      const bits = lettersOf(word);
      const found: { number: number; distance: number }[] = [];
      for (let number = 0; number < words.length; number += 1) {
        if (counts[number] === 0 || bitsIn(bits ^ (letters[number] as number)) > 2 * slips) continue;
        const other = words[number] as string;
        if (Math.abs(other.length - word.length) > slips) continue;
        const distance = distanceWithin(word, other, slips);
        // Who mistypes seldom mistypes the first letter.
        if (distance !== undefined) found.push({ number, distance: distance + (other[0] === word[0] ? 0 : 0.5) });
      }
      return found
        .toSorted((left, right) => left.distance - right.distance || byCount(left.number, right.number))
        .map(({ number }) => number);
    },
    size: () => words.length,
  };
}
