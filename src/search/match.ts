import type { Common } from './by-place.ts';
import { fitAll, type Fitting } from './fit-all.ts';
import { fitMost } from './fit-most.ts';
import type { Held } from './held.ts';
import { eachPlaceOfPhrase } from './phrase.ts';
import { eachPlaceOfWord, placesOf, type ReadClause } from './read-clause.ts';
import { scratchOf } from './scratch.ts';

/** What of the places fits the clauses, and how well. The arrays are valid until the next search begins. */
export type Matched = {
  /** The places that fit, and by place: 1 where it fits. */
  places: Int32Array;
  fits: Uint8Array;
  /** By place, of those that fit. */
  scores: Float64Array;
  /** Stems that fit, for marking; and beginnings. */
  stems: Set<string>;
  begun: string[];
  /** Clauses that no text fits, by their number. */
  empty: number[];
  /** The only word that says what fits, where it is a common one. */
  word?: Common;
};

/** Finds the places that fit all clauses, or all but one of them, of those that may be shown. */
export function match(
  held: Held,
  clauses: readonly ReadClause[],
  open: Uint8Array,
  how: 'all' | 'all but one' = 'all',
): Matched {
  const { fits, scores } = scratchOf(held);
  // The rarest first: what does not fit it needs no weighing.
  const wanted = [...clauses.entries()]
    .filter(([, { without }]) => !without)
    .toSorted(([, left], [, right]) => placesOf(held, left) - placesOf(held, right));
  const fit = wanted.length === 0 ? allOf : how === 'all' ? fitAll : fitMost;
  const { places, empty, word } = fit(held, wanted, open);
  const unwanted = clauses.filter(({ without }) => without);
  for (const clause of unwanted) takeAway(held, clause, fits);
  const found = wanted.flatMap(([, { any, phrase }]) => [...any, ...phrase.map(({ stem }) => stem)]);
  return {
    places: unwanted.length === 0 ? places : those(places, fits),
    fits,
    scores,
    stems: new Set(found.filter((stem) => stem >= 0).map(held.vocabulary.wordAt)),
    begun: clauses.flatMap((clause) => clause.begun ?? []),
    empty,
    ...(word !== undefined && unwanted.length === 0 ? { word } : {}),
  };
}

/** All that may be shown. */
function allOf(held: Held, _wanted: unknown, open: Uint8Array): Fitting {
  const { fits, places } = scratchOf(held);
  fits.set(open);
  let found = 0;
  // Nothing is decided at any: what comes next cannot be guessed.
  for (let place = 0; place < open.length; place += 1) {
    places[found] = place;
    found += open[place] as number;
  }
  return { places: places.subarray(0, found), empty: [] };
}

/** Those of some places that are marked with 1, in the same array. */
function those(places: Int32Array, marked: Uint8Array): Int32Array {
  let found = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    places[found] = place;
    found += marked[place] as number;
  }
  return places.subarray(0, found);
}

/** Takes away the places that have what is not wanted. */
function takeAway(held: Held, { any, phrase }: ReadClause, fits: Uint8Array): void {
  eachPlaceOfPhrase(held, phrase, fits, (place) => {
    fits[place] = 0;
  });
  for (const stem of any)
    eachPlaceOfWord(held, stem, (place) => {
      fits[place] = 0;
    });
}
