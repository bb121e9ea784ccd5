import { folded, nextRun, noRun, type RunAt, stemsOf } from '../../search/index.ts';

/** What is marked: words with these stems, and words that begin so. `most`: a snippet with so many of them shows enough. */
export type Sought = { stems: ReadonlySet<string>; begun: readonly string[]; most?: number };

/** A word of a text that is marked, with its stems. */
export type Hit = { from: number; end: number; stems: readonly string[] };

/** Gives the words of a text that are marked, in their order, until `take` answers false. */
export type EachHit = (text: string, take: (hit: Hit) => boolean) => void;

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

/** What a word has within that may be marked: the last letter of a stem may be another in the word. */
const rootsOf = ({ stems, begun }: Sought): string[] => [
  ...new Set([...[...stems].map((stem) => stem.slice(0, -1)), ...begun]),
];

/** Those of which none says what another does: sixty words that begin as one is being written are one. */
const fewest = (roots: readonly string[], says: (root: string, other: string) => boolean): string[] =>
  roots.filter((root) => !roots.some((other) => other !== root && says(root, other)));

/** Where the beginning of a plain word stands in such a table. */
function beginningAt(text: string, from: number): number {
  const code = text.charCodeAt(from);
  const first = code - (code < smallA ? capitalA : smallA);
  const [second, third] = [text.charCodeAt(from + 1) - smallA, text.charCodeAt(from + 2) - smallA];
  return (first * letters + second) * letters + third;
}

function readSought(sought: Sought): EachHit {
  const may = beginningsOf(sought);
  const roots = rootsOf(sought);
  const within = fewest(roots, (root, other) => root.includes(other));
  const rests = fewest(roots, (root, other) => root.startsWith(other)).map((root) => root.slice(1));
  const known = new Map<string, readonly string[] | undefined>();
  const read = (word: string): readonly string[] | undefined => {
    const own = stemsOf(word);
    // A name of several words is marked by any of them.
    const isHit =
      own.some((stem) => sought.stems.has(stem)) || sought.begun.some((letter) => folded(word).startsWith(letter));
    return isHit ? own : undefined;
  };
  /** The stems of a run if it is marked. Nearly all words of a text are ruled out without being read. */
  const stemsIn = (text: string, { from, end, isPlain, isAscii }: RunAt): readonly string[] | undefined => {
    const isRuledByLetters = isPlain && end - from > 2;
    if (isRuledByLetters && may[beginningAt(text, from)] === 0) return undefined;
    if (isRuledByLetters && !rests.some((rest) => text.startsWith(rest, from + 1))) return undefined;
    const word = text.slice(from, end);
    if (known.has(word)) return known.get(word);
    const small = word.toLowerCase();
    const own = isAscii && !within.some((root) => small.includes(root)) ? undefined : read(word);
    known.set(word, own);
    return own;
  };
  return (text, take) => {
    const run = noRun();
    while (nextRun(text, run.end, run)) {
      const stems = stemsIn(text, run);
      if (stems !== undefined && !take({ from: run.from, end: run.end, stems })) return;
    }
  };
}

const kept = new WeakMap<Sought, EachHit>();

/** Tells which words are marked, and remembers them: results have the same words over and over. */
export function hitsOf(sought: Sought): EachHit {
  const hits = kept.get(sought) ?? readSought(sought);
  kept.set(sought, hits);
  return hits;
}
