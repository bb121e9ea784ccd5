import { grown } from './lists.ts';
import { lettersOf, nearWords } from './near.ts';
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

/** Words are kept by so many first letters: who wrote three looks through fewer words. */
const [fewLetters, manyLetters] = [2, 3];

/** An empty vocabulary. */
export function makeVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const byBeginning = new Map<string, number[]>();
  let stems = new Int32Array(1024);
  let counts = new Int32Array(1024);
  let letters = new Int32Array(1024);
  let lengths = new Uint8Array(1024);

  const add = (word: string): number => {
    const number = words.push(word) - 1;
    numbers.set(word, number);
    stems = grown(stems, number + 1);
    counts = grown(counts, number + 1);
    letters = grown(letters, number + 1);
    lengths = grown(lengths, number + 1);
    letters[number] = lettersOf(word);
    // Longer ones are never written with a slip: what is looked for is cut before that.
    lengths[number] = Math.min(word.length, 255);
    for (const count of [fewLetters, manyLetters]) {
      const key = word.slice(0, count);
      if (key.length < count) continue;
      const same = byBeginning.get(key);
      if (same === undefined) byBeginning.set(key, [number]);
      else same.push(number);
    }
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
      const same = byBeginning.get(begun.slice(0, manyLetters)) ?? [];
      return same
        .filter((number) => (counts[number] as number) > 0 && (words[number] as string).startsWith(begun))
        .toSorted(byCount)
        .slice(0, most);
    },
    near: (word) => nearWords(word, { words, letters, lengths, counts }),
    size: () => words.length,
  };
}
