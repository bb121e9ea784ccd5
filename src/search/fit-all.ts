import { byPlace, type Common } from './by-place.ts';
import type { Held } from './held.ts';
import { eachPlaceOfPhrase } from './phrase.ts';
import { eachPlaceOfWord, isSeen, type ReadClause } from './read-clause.ts';
import { type Scratch, scratchOf } from './scratch.ts';
import { normsOf, rarity, rarityOfPhrase, shareOf, sharesToOne } from './weigh.ts';

/** What fits, and the clauses that no place fits which may be shown, by their number; `word` when a single common word says what fits. */
export type Fitting = { places: Int32Array; empty: number[]; word?: Common };

/** A word by place, and how much it says at all. */
type Weighed = { shares: Uint16Array; rare: number };

/**
 * Finds the places that fit all clauses, the rarest clause first: what does not fit it is not looked at again. By place, 1 where
 * all fit in the scratch's `fits`, and how well in its `scores`.
 */
export function fitAll(held: Held, wanted: readonly [number, ReadClause][], open: Uint8Array): Fitting {
  const scratch = scratchOf(held);
  const { fits, scores, places } = scratch;
  const [lengths, norms] = [held.lengths(), normsOf(held)];
  // By place how many clauses it fits so far.
  fits.fill(0, 0, held.count());
  let found = 0;
  let word: Common | undefined;
  const empty: number[] = [];

  /** Takes a place for a clause; whether it may be shown. */
  const take = (place: number, given: number, step: number, rare: number): boolean => {
    if (open[place] === 0) return false;
    // Who fits this clause already by another word weighs by the first.
    if (fits[place] !== step - 1) return true;
    if (step === 1) {
      places[found++] = place;
      scores[place] = 0;
    }
    fits[place] = step;
    scores[place] = (scores[place] as number) + rare * shareOf(given, lengths[place] as number, norms);
    return true;
  };
  const takeWord = (stem: number, step: number): boolean => {
    const rare = rarity(held, stem);
    const common = byPlace(held, stem, norms);
    if (common !== undefined) {
      const [before, { shares }] = [found, common];
      word = common;
      if (step === 1) found = enterCommon(scratch, { shares, rare }, found, open);
      const isTaken = step === 1 ? found > before : takeCommon(scratch, { shares, rare }, found, step);
      return isTaken || isSeen(held, stem, open);
    }
    let isTaken = false;
    eachPlaceOfWord(held, stem, (place, given) => {
      if (take(place, given, step, rare)) isTaken = true;
    });
    return isTaken;
  };
  for (const [before, [index, { any, phrase }]] of wanted.entries()) {
    const step = before + 1;
    let isTaken = false;
    const rare = rarityOfPhrase(held, phrase);
    eachPlaceOfPhrase(held, phrase, open, (place, given) => {
      if (take(place, given, step, rare)) isTaken = true;
    });
    for (const stem of any) isTaken = takeWord(stem, step) || isTaken;
    if (!isTaken) empty.push(index);
    if (step > 1) found = keepReached(scratch, found, step);
  }
  for (let index = 0; index < found; index += 1) fits[places[index] as number] = 1;
  const isAlone = wanted.length === 1 && wanted[0]?.[1].any.length === 1;
  return { places: places.subarray(0, found), empty, ...(isAlone && word !== undefined ? { word } : {}) };
}

// Nothing is decided within the following loops: of a hundred thousand places nobody guesses what comes next.

/** Puts the places of a common word behind those that fit the first clause by another word; how many there are. */
function enterCommon(
  { fits, scores, places }: Scratch,
  { shares, rare }: Weighed,
  from: number,
  open: Uint8Array,
): number {
  let found = from;
  for (let place = 0, count = open.length; place < count; place += 1) {
    places[found] = place;
    found += (((shares[place] as number) + 0xffff) >>> 16) & (open[place] as number) & ((fits[place] as number) ^ 1);
  }
  const each = rare / sharesToOne;
  for (let index = from; index < found; index += 1) {
    const place = places[index] as number;
    fits[place] = 1;
    scores[place] = (shares[place] as number) * each;
  }
  return found;
}

/** Takes those of the found places that fit all clauses before and have a common word; whether there are any. */
function takeCommon(
  { fits, scores, places }: Scratch,
  { shares, rare }: Weighed,
  found: number,
  step: number,
): boolean {
  const each = rare / sharesToOne;
  let taken = 0;
  for (let index = 0; index < found; index += 1) {
    const place = places[index] as number;
    const share = shares[place] as number;
    const before = fits[place] as number;
    const takes = ((share + 0xffff) >>> 16) & ((((before + 1) ^ step) - 1) >>> 31);
    taken |= takes;
    fits[place] = before + takes;
    scores[place] = (scores[place] as number) + takes * share * each;
  }
  return taken > 0;
}

/** Keeps those of the found places that came so far; how many these are. The others fit nothing any more. */
function keepReached({ fits, places }: Scratch, found: number, step: number): number {
  let kept = 0;
  for (let index = 0; index < found; index += 1) {
    const place = places[index] as number;
    places[kept] = place;
    const isReached = (((fits[place] as number) ^ step) - 1) >>> 31;
    fits[place] = isReached * step;
    kept += isReached;
  }
  return kept;
}
