import { distanceWithin } from './distance.ts';

/** The letters of a word as bits: each slip adds at most one to them and takes at most one away. */
export function lettersOf(word: string): number {
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

/** Words as they are compared with a mistyped one; by number their letters, their lengths, and how often they are written. */
export type Words = {
  words: readonly string[];
  letters: Int32Array;
  lengths: Uint8Array;
  counts: Int32Array;
};

/** Numbers of written words a slip or two away, the nearest and most frequent first. */
export function nearWords(word: string, { words, letters, lengths, counts }: Words): number[] {
  const slips = slipsIn(word);
  if (slips === 0) return [];
  const own = lettersOf(word);
  const found: { number: number; distance: number }[] = [];
  for (let number = 0; number < words.length; number += 1) {
    // Most words are ruled out by numbers alone, without a look at their letters.
    const others = letters[number] as number;
    if (bitsIn(own & ~others) > slips || bitsIn(others & ~own) > slips) continue;
    if (counts[number] === 0 || Math.abs((lengths[number] as number) - word.length) > slips) continue;
    const other = words[number] as string;
    const distance = distanceWithin(word, other, slips);
    // Who mistypes seldom mistypes the first letter.
    if (distance !== undefined) found.push({ number, distance: distance + (other[0] === word[0] ? 0 : 0.5) });
  }
  const byCount = (left: number, right: number) => (counts[right] as number) - (counts[left] as number);
  return found
    .toSorted((left, right) => left.distance - right.distance || byCount(left.number, right.number))
    .map(({ number }) => number);
}
