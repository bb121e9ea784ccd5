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

/** By the two first letters: whether a word can be marked that begins so. */
function beginningsOf({ stems, begun }: Sought): Uint8Array {
  const may = new Uint8Array(letters * letters);
  for (const one of [...stems, ...begun]) {
    const [first, second] = [one.charCodeAt(0) - smallA, one.charCodeAt(1) - smallA];
    if (!(first >= 0 && first < letters)) continue;
    // Only the end of a word changes on the way to its stem: of a shorter stem, this may be the second letter.
    if (one.length > 2 && second >= 0 && second < letters) may[first * letters + second] = 1;
    else may.fill(1, first * letters, (first + 1) * letters);
  }
  return may;
}

/** Where the beginning of a word stands in such a table; undefined for a word with more than plain letters, a capital at most before them. */
function beginningAt(text: string, from: number, end: number): number | undefined {
  if (end - from < 2) return undefined;
  for (let at = from + 1; at < end; at += 1) {
    const letter = text.charCodeAt(at) - smallA;
    if (letter < 0 || letter >= letters) return undefined;
  }
  const code = text.charCodeAt(from);
  const first = code - (code < smallA ? capitalA : smallA);
  return first < 0 || first >= letters ? undefined : first * letters + text.charCodeAt(from + 1) - smallA;
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
