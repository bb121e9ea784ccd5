import type { Held } from './held.ts';
import { stemOf } from './tokens.ts';
import type { Clause } from './wanted.ts';

/** Where a word weighs: how soon more of it says no more, how much length takes away, and what its place in a title adds. */
const [saturation, lengthShare, titleTimes] = [1.2, 0.6, 4];
const mostLonger = 60;

/** What of the places fits all clauses, and how well. */
export type Matched = {
  /** By place: above 0 where it fits. */
  fits: Uint8Array;
  scores: Float32Array;
  /** Stems that fit, for marking; and beginnings. */
  stems: Set<string>;
  begun: string[];
  /** Clauses that no text fits, by their number. */
  empty: number[];
};

/** A clause made ready: stems of which one has to be there, or a phrase. */
export type ReadClause = {
  any: number[];
  phrase: { stem: number; offset: number }[];
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

/** Reads for a word where it stands: place, times * 2 + in title, place ... */
export function readPlaces(held: Held, stem: number): Int32Array {
  const count = held.places(stem);
  const read = new Int32Array(count * 2);
  held.lists.read(stem * 2, count * 2, read);
  for (let at = 2; at < read.length; at += 2) read[at] = (read[at] as number) + (read[at - 2] as number);
  return read;
}

/** How rare a word is, from 0. */
export const rarity = (held: Held, stem: number): number => {
  const [all, some] = [held.count(), held.places(stem)];
  return Math.log(1 + (all - some + 0.5) / (some + 0.5));
};

/** How much a word that stands somewhere so often says of it. */
function weigh(rare: number, given: number, length: number, mean: number): number {
  const times = (given >>> 1) + (given & 1 ? titleTimes : 0);
  const norm = saturation * (1 - lengthShare + (lengthShare * length) / mean);
  return (rare * times * (saturation + 1)) / (times + norm) + (given & 1 ? rare : 0);
}

type Phrase = ReadClause['phrase'];

/** Places where the words stand one after the other. */
export function placesOfPhrase(held: Held, phrase: Phrase, may: (place: number) => boolean): Set<number> {
  // For each place left, the positions at which the phrase would begin.
  let left: Map<number, number[]> | undefined;
  for (const { stem, offset } of phrase.toSorted((a, b) => held.places(a.stem) - held.places(b.stem))) {
    if (stem < 0) return new Set();
    const places = readPlaces(held, stem);
    const positions = new Int32Array(held.positions(stem));
    held.lists.read(stem * 2 + 1, positions.length, positions);
    const next = new Map<number, number[]>();
    for (let at = 0, from = 0; at < places.length; at += 2) {
      const place = places[at] as number;
      const end = from + ((places[at + 1] as number) >>> 1);
      const before = left?.get(place);
      if (left === undefined ? may(place) : before !== undefined) {
        const here: number[] = [];
        for (let position = 0; from < end; from += 1) {
          position += positions[from] as number;
          const begin = position - offset;
          if (before === undefined || before.includes(begin)) here.push(begin);
        }
        if (here.length > 0) next.set(place, here);
      }
      from = end;
    }
    left = next;
  }
  return new Set(left?.keys());
}

/** Finds the places that fit all clauses, or all but `missing` of them, of those that may be shown. */
export function match(held: Held, clauses: readonly ReadClause[], open: Uint8Array, missing = 0): Matched {
  const count = held.count();
  const fits = new Uint8Array(count);
  const scores = new Float32Array(count);
  const latest = new Uint8Array(missing === 0 ? 0 : count);
  const [lengths, mean] = [held.lengths(), held.meanLength()];
  const stems = new Set<string>();
  const empty: number[] = [];
  const isOpen = (place: number) => open[place] === 1;

  const take = (stem: number, step: number, only?: Set<number>): number => {
    const places = readPlaces(held, stem);
    const rare = rarity(held, stem);
    stems.add(held.vocabulary.wordAt(stem));
    let taken = 0;
    for (let at = 0; at < places.length; at += 2) {
      const place = places[at] as number;
      if (open[place] !== 1 || (only !== undefined && !only.has(place))) continue;
      taken += 1;
      // What came this far fits the clauses before; who fits this one already by another word weighs by the first.
      if (missing === 0 ? fits[place] !== step : latest[place] === step + 1) continue;
      fits[place] = (fits[place] as number) + 1;
      if (missing > 0) latest[place] = step + 1;
      scores[place] = (scores[place] as number) + weigh(rare, places[at + 1] as number, lengths[place] as number, mean);
    }
    return taken;
  };
  const takePhrase = (phrase: Phrase, step: number): number => {
    const only = placesOfPhrase(held, phrase, isOpen);
    const rarest = phrase.toSorted((a, b) => held.places(a.stem) - held.places(b.stem))[0];
    for (const { stem } of phrase) if (stem >= 0) stems.add(held.vocabulary.wordAt(stem));
    return only.size === 0 || rarest === undefined ? 0 : take(rarest.stem, step, only);
  };

  let step = 0;
  for (const [index, { any, phrase, without }] of clauses.entries()) {
    if (without) continue;
    let taken = phrase.length > 0 ? takePhrase(phrase, step) : 0;
    for (const stem of any) taken += take(stem, step);
    if (taken === 0) empty.push(index);
    step += 1;
  }
  const least = Math.max(Math.min(step, 1), step - missing);
  for (let place = 0; place < count; place += 1)
    fits[place] = (fits[place] as number) >= least && isOpen(place) ? 1 : 0;
  for (const { any, phrase, without } of clauses) {
    if (!without) continue;
    for (const place of placesOfPhrase(held, phrase, isOpen)) fits[place] = 0;
    for (const stem of any) {
      const places = readPlaces(held, stem);
      for (let at = 0; at < places.length; at += 2) fits[places[at] as number] = 0;
    }
  }
  return { fits, scores, stems, begun: clauses.flatMap((clause) => clause.begun ?? []), empty };
}
