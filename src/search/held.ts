import { Gathered } from './gathered.ts';
import { grown, type Lists, makeLists } from './lists.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** What a text is narrowed and grouped by: severity, service, cause ... A text may have several values of one. */
export type Value = { facet: string; value: string };

/** An incident as it is searched. */
export type SearchedIncident = {
  number: number;
  title: string;
  /** Its other texts, the one that says most first. */
  texts: readonly string[];
  values: readonly Value[];
  /** YYYY-MM-DD. */
  day: string;
};

/** More often than so a word counts no more in one incident. */
export const mostTimes = 255;

/**
 * All incidents as the searches read them, held in memory: for each word the places it stands at, for each place what it is narrowed by.
 * A place is one state of one incident; an incident that changes gets a new place, and its old one is dead.
 */
export type Held = {
  vocabulary: Vocabulary;
  /** Two lists for each word: places with how often it stands there, and the positions. */
  lists: Lists;
  /** By number of a word: how many places have it. */
  places: (word: number) => number;
  /** How many places there are, dead ones too. */
  count: () => number;
  dead: () => number;
  /** Places that are dead, in the order in which they died. */
  died: readonly number[];
  /** By place. */
  alive: () => Uint8Array;
  numbers: () => Int32Array;
  lengths: () => Float32Array;
  days: () => Float64Array;
  meanLength: () => number;
  /** The place of an incident's present state. */
  placeOf: (number: number) => number | undefined;
  /** Numbers of the values of a place: `valuesFrom[place]` up to `valuesFrom[place + 1]`. */
  valuesFrom: () => Int32Array;
  valueNumbers: () => Int32Array;
  values: Value[];
  /** By number of a value: how many places have it, dead ones not counted. */
  totals: () => Int32Array;
  /** The number of a facet, and by number of a value that of its facet. */
  facetNumber: (facet: string) => number;
  facetOf: () => Int32Array;
  valueOf: (value: Value) => number | undefined;
  put: (incident: SearchedIncident) => void;
};

/** A day as a number that sorts: 20260301. */
export const dayNumber = (day: string): number => Number(day.slice(0, 10).replaceAll('-', '')) || 0;

/** An index without incidents. */
export function makeHeld(): Held {
  const vocabulary = makeVocabulary();
  const lists = makeLists();
  const gathered = new Gathered(vocabulary);
  // By word, side by side: how many places have it, and the last of them.
  let placesOfWord = new Int32Array(2048);
  let alive = new Uint8Array(1024);
  let numbers = new Int32Array(1024);
  let lengths = new Float32Array(1024);
  let days = new Float64Array(1024);
  let valuesFrom = new Int32Array(1024);
  let valueNumbers = new Int32Array(4096);
  const values: Value[] = [];
  let facetOf = new Int32Array(256);
  let totals = new Int32Array(256);
  const facetNumbers = new Map<string, number>();
  const valueKeys = new Map<string, number>();
  const placesOf = new Map<number, number>();
  const died: number[] = [];
  let [count, words] = [0, 0];

  const keyOf = ({ facet, value }: Value) => `${facet}\0${value}`;
  const facetNumber = (facet: string): number => {
    const known = facetNumbers.get(facet) ?? facetNumbers.size;
    facetNumbers.set(facet, known);
    return known;
  };
  const valueNumber = (value: Value): number => {
    const known = valueKeys.get(keyOf(value));
    if (known !== undefined) return known;
    valueKeys.set(keyOf(value), values.length);
    facetOf = grown(facetOf, values.length + 1);
    totals = grown(totals, values.length + 1);
    facetOf[values.length] = facetNumber(value.facet);
    return values.push(value) - 1;
  };

  const putWord = (stem: number, place: number): void => {
    placesOfWord = grown(placesOfWord, stem * 2 + 2);
    let [times, before] = [0, 0];
    for (let at = gathered.firstOf(stem); at >= 0 && times < mostTimes; at = gathered.next[at] as number) {
      const position = gathered.positions[at] as number;
      lists.push(stem * 2 + 1, position - before);
      before = position;
      times += 1;
    }
    lists.push(stem * 2, place - (placesOfWord[stem * 2 + 1] as number));
    lists.push(stem * 2, times * 2 + (gathered.isInTitle(stem) ? 1 : 0));
    placesOfWord[stem * 2] = (placesOfWord[stem * 2] as number) + 1;
    placesOfWord[stem * 2 + 1] = place;
  };

  const kill = (number: number): void => {
    const before = placesOf.get(number);
    if (before === undefined) return;
    alive[before] = 0;
    for (let at = valuesFrom[before] as number; at < (valuesFrom[before + 1] as number); at += 1) {
      const value = valueNumbers[at] as number;
      totals[value] = (totals[value] as number) - 1;
    }
    words -= lengths[before] as number;
    died.push(before);
  };

  return {
    vocabulary,
    lists,
    places: (word) => placesOfWord[word * 2] ?? 0,
    count: () => count,
    dead: () => died.length,
    died,
    alive: () => alive,
    numbers: () => numbers,
    lengths: () => lengths,
    days: () => days,
    meanLength: () => Math.max(1, words / Math.max(1, count - died.length)),
    placeOf: (number) => placesOf.get(number),
    valuesFrom: () => valuesFrom,
    valueNumbers: () => valueNumbers,
    values,
    totals: () => totals,
    facetNumber,
    facetOf: () => facetOf,
    valueOf: (value) => valueKeys.get(keyOf(value)),
    put: (incident) => {
      kill(incident.number);
      const place = count;
      count += 1;
      alive = grown(alive, count);
      numbers = grown(numbers, count);
      days = grown(days, count);
      valuesFrom = grown(valuesFrom, count + 1);
      lengths = grown(lengths, count);
      gathered.read([incident.title, ...incident.texts]);
      for (let index = 0; index < gathered.count; index += 1) putWord(gathered.stems[index] as number, place);
      placesOf.set(incident.number, place);
      alive[place] = 1;
      numbers[place] = incident.number;
      lengths[place] = gathered.length;
      words += gathered.length;
      days[place] = dayNumber(incident.day);
      let end = valuesFrom[place] as number;
      for (const number of new Set(incident.values.map(valueNumber))) {
        valueNumbers = grown(valueNumbers, end + 1);
        valueNumbers[end] = number;
        totals[number] = (totals[number] as number) + 1;
        end += 1;
      }
      valuesFrom[place + 1] = end;
    },
  };
}
