import { folded, stemsOf } from '../../search/index.ts';

/** What is marked: words with these stems, and words that begin so. `most`: a snippet with so many of them shows enough. */
export type Sought = { stems: ReadonlySet<string>; begun: readonly string[]; most?: number };

/** Tells which words of texts are marked. */
export type Hits = {
  /** The stems of the word between two places of a text if it is marked, else undefined. */
  stemsAt: (text: string, from: number, end: number) => readonly string[] | undefined;
};

const letters = 26;
const [smallA, capitalA] = ['a'.charCodeAt(0), 'A'.charCodeAt(0)];

/** By the three first letters: whether a word can be marked that begins so. */
function beginningsOf({ stems, begun }: Sought): Uint8Array {
  const may = new Uint8Array(letters ** 3);
  for (const one of [...stems, ...begun]) {
    const [first = -1, second = -1, third = -1] = [0, 1, 2].map((at) => one.charCodeAt(at) - smallA);
    const isPlain = (letter: number): boolean => letter >= 0 && letter < letters;
    if (!isPlain(first)) continue;
    const from = first * letters ** 2;
    // Only the end of a word changes on the way to its stem: of a shorter stem, this may be the letter after the ones that count.
    if (one.length > 3 && isPlain(second) && isPlain(third)) may[from + second * letters + third] = 1;
    else if (one.length > 2 && isPlain(second)) may.fill(1, from + second * letters, from + (second + 1) * letters);
    else may.fill(1, from, from + letters ** 2);
  }
  return may;
}

/** Where the beginning of a word stands in such a table; undefined for a word with more than plain letters, a capital at most before them. */
function beginningAt(text: string, from: number, end: number): number | undefined {
  if (end - from < 3) return undefined;
  for (let at = from + 1; at < end; at += 1) {
    const letter = text.charCodeAt(at) - smallA;
    if (letter < 0 || letter >= letters) return undefined;
  }
  const code = text.charCodeAt(from);
  const first = code - (code < smallA ? capitalA : smallA);
  if (first < 0 || first >= letters) return undefined;
  const [second, third] = [text.charCodeAt(from + 1) - smallA, text.charCodeAt(from + 2) - smallA];
  return (first * letters + second) * letters + third;
}

function readSought(sought: Sought): Hits {
  const { stems, begun } = sought;
  const may = beginningsOf(sought);
  const known = new Map<string, readonly string[] | undefined>();
  const read = (word: string): readonly string[] | undefined => {
    const own = stemsOf(word);
    // A name of several words is marked by any of them.
    const isHit = own.some((stem) => stems.has(stem)) || begun.some((letter) => folded(word).startsWith(letter));
    return isHit ? own : undefined;
  };
  return {
    stemsAt: (text, from, end) => {
      // Nearly all words of a text are ruled out by their first letters.
      const beginning = beginningAt(text, from, end);
      if (beginning !== undefined && may[beginning] === 0) return undefined;
      const word = text.slice(from, end);
      if (!known.has(word)) known.set(word, read(word));
      return known.get(word);
    },
  };
}

const kept = new WeakMap<Sought, Hits>();

/** Tells which words are marked, and remembers them: results have the same words over and over. */
export function hitsOf(sought: Sought): Hits {
  const hits = kept.get(sought) ?? readSought(sought);
  kept.set(sought, hits);
  return hits;
}
