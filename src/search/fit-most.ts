import type { Fitting } from './fit-all.ts';
import type { Held } from './held.ts';
import { eachPlaceOfPhrase } from './phrase.ts';
import { eachPlaceOfWord, type ReadClause } from './read-clause.ts';
import { scratchOf } from './scratch.ts';
import { normsOf, rarity, rarityOfPhrase, shareOf } from './weigh.ts';

/** Finds the places that fit all clauses or all but one, as `fitAll` does those that fit all. */
export function fitMost(held: Held, wanted: readonly [number, ReadClause][], open: Uint8Array): Fitting {
  const { fits, latest, scores, places } = scratchOf(held);
  const [count, lengths, norms] = [held.count(), held.lengths(), normsOf(held)];
  for (const array of [fits, latest, scores]) array.fill(0, 0, count);
  const empty: number[] = [];
  for (const [before, [index, { any, phrase }]] of wanted.entries()) {
    let isTaken = false;
    const take = (place: number, given: number, rare: number): void => {
      if (open[place] === 0) return;
      isTaken = true;
      // Who fits this clause already by another word weighs by the first.
      if (latest[place] === before + 1) return;
      latest[place] = before + 1;
      fits[place] = (fits[place] as number) + 1;
      scores[place] = (scores[place] as number) + rare * shareOf(given, lengths[place] as number, norms);
    };
    const rare = rarityOfPhrase(held, phrase);
    eachPlaceOfPhrase(held, phrase, open, (place, given) => take(place, given, rare));
    for (const stem of any) {
      const ofWord = rarity(held, stem);
      eachPlaceOfWord(held, stem, (place, given) => take(place, given, ofWord));
    }
    if (!isTaken) empty.push(index);
  }
  const least = Math.max(1, wanted.length - 1);
  let found = 0;
  for (let place = 0; place < count; place += 1) {
    fits[place] = (fits[place] as number) < least ? 0 : 1;
    if (fits[place] === 1) places[found++] = place;
  }
  return { places: places.subarray(0, found), empty };
}
