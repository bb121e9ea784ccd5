import type { Held } from './held.ts';
import type { Phrase } from './phrase.ts';

/** Where a word weighs: how soon more of it says no more, how much length takes away, and what its place in a title adds. */
const [saturation, lengthShare, titleTimes] = [1.2, 0.6, 4];

/** How rare a word is, from 0. */
export const rarity = (held: Held, stem: number): number => {
  const [all, some] = [held.count(), held.places(stem)];
  return Math.log(1 + (all - some + 0.5) / (some + 0.5));
};

/** How rare a phrase is: as its rarest word. */
export const rarityOfPhrase = (held: Held, phrase: Phrase): number =>
  Math.max(0, ...phrase.map(({ stem }) => (stem < 0 ? 0 : rarity(held, stem))));

/** What the length of a text takes away from its words: `shortest`, and `perWord` more for each word. */
export type Norms = { shortest: number; perWord: number };

/** A mean length is used until the present one is this much more or less, as a share: weights that are kept stay right so long. */
const mostDrift = 0.05;

const means = new WeakMap<Held, number>();

/** The norms for the texts that are held. */
export function normsOf(held: Held): Norms {
  const [now, before] = [held.meanLength(), means.get(held)];
  const mean = before !== undefined && Math.abs(now / before - 1) <= mostDrift ? before : now;
  means.set(held, mean);
  return { shortest: saturation * (1 - lengthShare), perWord: (saturation * lengthShare) / mean };
}

/**
 * How much a word says that stands so often in a text (times * 2, and 1 more in a title), as a share of what it says at all: BM25, with
 * a title for some times more. At most 3.2; 0 where it does not stand.
 */
export function shareOf(given: number, length: number, { shortest, perWord }: Norms): number {
  const inTitle = given & 1;
  const times = (given >>> 1) + inTitle * titleTimes;
  return (times * (saturation + 1)) / (times + shortest + perWord * length) + inTitle;
}

/** Shares as whole numbers of 16 bits: so many to one. */
export const sharesToOne = 20_000;
