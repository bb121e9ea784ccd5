import type { Held } from './held.ts';

/** Where a word weighs: how soon more of it says no more, how much length takes away, and what its place in a title adds. */
const [saturation, lengthShare, titleTimes] = [1.2, 0.6, 4];

/** How rare a word is, from 0. */
export const rarity = (held: Held, stem: number): number => {
  const [all, some] = [held.count(), held.places(stem)];
  return Math.log(1 + (all - some + 0.5) / (some + 0.5));
};

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

/** By place, as `match` works in them. */
export type Taking = { fits: Uint8Array; scores: Float64Array };

/**
 * Takes those of some places that came to `step` and have a common word: they come one further, and weigh more. Whether
 * there are any. Nothing is decided within the loop: of a hundred thousand places nobody guesses what comes next.
 */
export function takeCommon(
  { fits, scores }: Taking,
  { among, shares, step }: { among: Int32Array; shares: Uint16Array; step: number },
  rare: number,
): boolean {
  const each = rare / sharesToOne;
  let taken = 0;
  for (let index = 0; index < among.length; index += 1) {
    const place = among[index] as number;
    const share = shares[place] as number;
    const before = fits[place] as number;
    const takes = ((share + 0xffff) >>> 16) & (((before ^ step) - 1) >>> 31);
    taken |= takes;
    fits[place] = before + takes;
    scores[place] = (scores[place] as number) + takes * share * each;
  }
  return taken > 0;
}
