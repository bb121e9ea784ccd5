import type { Held } from './held.ts';
import type { Phrase } from './phrase.ts';
import { stemOf } from './tokens.ts';
import type { Clause } from './wanted.ts';

const mostLonger = 60;

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
export const placesOf = (held: Held, { any, phrase }: ReadClause): number =>
  phrase.length > 0
    ? Math.min(...phrase.map(({ stem }) => (stem < 0 ? 0 : held.places(stem))))
    : any.reduce((sum, stem) => sum + held.places(stem), 0);

/** Gives each place of a word, with how often it stands there (times * 2, and 1 more in a title), until `take` says that it is enough. */
export function eachPlaceOfWord(held: Held, stem: number, take: (place: number, given: number) => unknown): void {
  const list = held.lists.reader(stem * 2);
  for (let left = held.places(stem), place = 0; left > 0; left -= 1) {
    place += list.next();
    if (take(place, list.next()) === false) return;
  }
}

/** Whether a place has the word that may be shown. */
export function isSeen(held: Held, stem: number, open: Uint8Array): boolean {
  let seen = false;
  eachPlaceOfWord(held, stem, (place) => {
    seen = open[place] === 1;
    return !seen;
  });
  return seen;
}
