import { byPlace } from './by-place.ts';
import type { Held } from './held.ts';
import { eachPlaceOfPhrase, type Phrase } from './phrase.ts';
import { scratchOf } from './scratch.ts';
import { stemOf } from './tokens.ts';
import type { Clause } from './wanted.ts';
import { normsOf, rarity, shareOf, takeCommon } from './weigh.ts';

const mostLonger = 60;

/** What of the places fits all clauses, and how well. The arrays are valid until the next search begins. */
export type Matched = {
  /** The places that fit, and by place: 1 where it fits. */
  places: Int32Array;
  fits: Uint8Array;
  scores: Float64Array;
  /** Stems that fit, for marking; and beginnings. */
  stems: Set<string>;
  begun: string[];
  /** Clauses that no text fits, by their number. */
  empty: number[];
};

/** A clause made ready: stems of which one has to be there, or a phrase. */
export type ReadClause = {
  any: number[];
  phrase: Phrase;
  without: boolean;
  begun?: string;
};

/** The numbers of stems that other words stand for: synonyms, corrections. */
export type Instead = (word: string) => readonly string[];

/** Looks up the words of a clause. */
export function readClause(held: Held, { words, without, begun }: Clause, instead: Instead): ReadClause {
  const { vocabulary } = held;
  const stemsOf = (word: string): number[] => {
    const known = vocabulary.known(word) ?? vocabulary.known(stemOf(word));
    return known === undefined ? [] : [vocabulary.stemAt(known)];
  };
  const [first] = words;
  if (words.length > 1) {
    const phrase = words.map(({ word, offset }) => ({ stem: stemsOf(word)[0] ?? -1, offset }));
    return { any: [], phrase, without };
  }
  const word = first?.word ?? '';
  const longer = begun && word.length > 1 ? vocabulary.beginning(word, mostLonger) : [];
  const any = [...[word, ...instead(word)].flatMap(stemsOf), ...longer.map((number) => vocabulary.stemAt(number))];
  return { any: [...new Set(any)], phrase: [], without, ...(begun && word.length > 1 ? { begun: word } : {}) };
}

/** At how many places a clause fits at most. */
const placesOf = (held: Held, { any, phrase }: ReadClause): number =>
  phrase.length > 0
    ? Math.min(...phrase.map(({ stem }) => (stem < 0 ? 0 : held.places(stem))))
    : any.reduce((sum, stem) => sum + held.places(stem), 0);

/** Finds the places that fit all clauses, or all but `missing` of them, of those that may be shown. */
export function match(held: Held, clauses: readonly ReadClause[], open: Uint8Array, missing = 0): Matched {
  const count = held.count();
  // By place: 0 for what may not be shown; else one more than the clauses that it fits.
  const { fits, scores, latest, places } = scratchOf(held);
  fits.set(open);
  if (clauses.length > 0) scores.fill(0, 0, count);
  if (missing > 0) latest.fill(0, 0, count);
  const lengths = held.lengths();
  /** What fits all clauses before, where common words ask for it. */
  let among = clauses.length > 0 && missing === 0 ? those(places, fits, count) : places.subarray(0, 0);
  const norms = normsOf(held);

  /** Takes a place for a clause; whether it may be shown. */
  const take = (place: number, given: number, step: number, rare: number): boolean => {
    const before = fits[place] as number;
    if (before === 0) return false;
    // What came this far fits the clauses before; who fits this one already by another word weighs by the first.
    if (missing === 0 ? before !== step : latest[place] === step) return true;
    fits[place] = before + 1;
    latest[place] = step;
    scores[place] = (scores[place] as number) + rare * shareOf(given, lengths[place] as number, norms);
    return true;
  };
  const takeWord = (stem: number, step: number): boolean => {
    const rare = rarity(held, stem);
    const shares = missing === 0 ? byPlace(held, stem, norms) : undefined;
    if (shares !== undefined)
      return takeCommon({ fits, scores }, { among, shares, step }, rare) || isSeen(held, stem, open);
    const list = held.lists.reader(stem * 2);
    let taken = 0;
    for (let left = held.places(stem), place = 0; left > 0; left -= 1) {
      place += list.next();
      if (take(place, list.next(), step, rare)) taken += 1;
    }
    return taken > 0;
  };
  const takePhrase = (phrase: Phrase, step: number): boolean => {
    const rare = Math.max(...phrase.map(({ stem }) => (stem < 0 ? 0 : rarity(held, stem))));
    let taken = 0;
    eachPlaceOfPhrase(held, phrase, open, (place, given) => {
      if (take(place, given, step, rare)) taken += 1;
    });
    return taken > 0;
  };

  const empty: number[] = [];
  // The rarest first: what does not fit it needs no weighing.
  const wanted = [...clauses.entries()]
    .filter(([, { without }]) => !without)
    .toSorted(([, left], [, right]) => placesOf(held, left) - placesOf(held, right));
  for (const [before, [index, { any, phrase }]] of wanted.entries()) {
    if (before > 0) among = reaching(before + 1, fits, among);
    let isTaken = phrase.length > 0 && takePhrase(phrase, before + 1);
    for (const stem of any) isTaken = takeWord(stem, before + 1) || isTaken;
    if (!isTaken) empty.push(index);
  }
  const least = 1 + Math.max(Math.min(wanted.length, 1), wanted.length - missing);
  if (least > 1)
    for (let place = 0; place < count; place += 1) fits[place] = (((fits[place] as number) - least) >>> 31) ^ 1;
  for (const clause of clauses) if (clause.without) takeAway(held, clause, fits);
  const found = wanted.flatMap(([, { any, phrase }]) => [...any, ...phrase.map(({ stem }) => stem)]);
  const stems = new Set(found.filter((stem) => stem >= 0).map(held.vocabulary.wordAt));
  return {
    places: those(places, fits, count),
    fits,
    scores,
    stems,
    begun: clauses.flatMap((clause) => clause.begun ?? []),
    empty,
  };
}

/** The places that are marked with 1, in an array. Nothing is decided at any: what comes next cannot be guessed. */
function those(places: Int32Array, marked: Uint8Array, count: number): Int32Array {
  let found = 0;
  for (let place = 0; place < count; place += 1) {
    places[found] = place;
    found += marked[place] as number;
  }
  return places.subarray(0, found);
}

/** Those of some places that came so far, in the same array. */
function reaching(step: number, fits: Uint8Array, among: Int32Array): Int32Array {
  let found = 0;
  for (let index = 0; index < among.length; index += 1) {
    const place = among[index] as number;
    among[found] = place;
    found += (((fits[place] as number) ^ step) - 1) >>> 31;
  }
  return among.subarray(0, found);
}

/** Whether a place has the word that may be shown. */
export function isSeen(held: Held, stem: number, open: Uint8Array): boolean {
  const places = held.lists.reader(stem * 2);
  for (let left = held.places(stem), place = 0; left > 0; left -= 1) {
    place += places.next();
    places.next();
    if (open[place] === 1) return true;
  }
  return false;
}

/** Takes away the places that have what is not wanted. */
function takeAway(held: Held, { any, phrase }: ReadClause, fits: Uint8Array): void {
  eachPlaceOfPhrase(held, phrase, fits, (place) => {
    fits[place] = 0;
  });
  for (const stem of any) {
    const places = held.lists.reader(stem * 2);
    for (let left = held.places(stem), place = 0; left > 0; left -= 1) {
      place += places.next();
      places.next();
      fits[place] = 0;
    }
  }
}
