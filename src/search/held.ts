import { grown, type Lists, makeLists } from './lists.ts';
import { tokensOf } from './tokens.ts';
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

/** Words of different texts are so far apart that no phrase goes over the end of one. */
const gap = 100;
const mostTimes = 255;

/**
 * All incidents as the searches read them, held in memory: for each word the places it stands at, for each place what it is narrowed by.
 * A place is one state of one incident; an incident that changes gets a new place, and its old one is dead.
 */
export type Held = {
  vocabulary: Vocabulary;
  /** Two lists for each word: places with how often it stands there, and the positions. */
  lists: Lists;
  /** By number of a word: how many places have it, and how many numbers its list of positions has. */
  places: (word: number) => number;
  positions: (word: number) => number;
  /** How many places there are, dead ones too. */
  count: () => number;
  dead: () => number;
  /** By place. */
  alive: () => Uint8Array;
  numbers: () => Int32Array;
  lengths: () => Float32Array;
  days: () => Int32Array;
  meanLength: () => number;
  /** The place of an incident's present state. */
  placeOf: (number: number) => number | undefined;
  /** Numbers of the values of a place: `valuesFrom[place]` up to `valuesFrom[place + 1]`. */
  valuesFrom: () => Int32Array;
  valueNumbers: () => Int32Array;
  values: Value[];
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
  let placeCounts = new Int32Array(1024);
  let positionCounts = new Int32Array(1024);
  let lastPlaces = new Int32Array(1024);
  let alive = new Uint8Array(1024);
  let numbers = new Int32Array(1024);
  let lengths = new Float32Array(1024);
  let days = new Int32Array(1024);
  let valuesFrom = new Int32Array(1024);
  let valueNumbers = new Int32Array(4096);
  const values: Value[] = [];
  let facetOf = new Int32Array(256);
  const facetNumbers = new Map<string, number>();
  const valueKeys = new Map<string, number>();
  const placesOf = new Map<number, number>();
  let [count, dead, words] = [0, 0, 0];

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
    facetOf[values.length] = facetNumber(value.facet);
    return values.push(value) - 1;
  };

  /** For each stem the positions it stands at, and whether one of them is in the title. */
  const positionsOf = (incident: SearchedIncident) => {
    const found = new Map<number, { at: number[]; inTitle: boolean }>();
    let [from, length] = [0, 0];
    for (const [index, text] of [incident.title, ...incident.texts].entries()) {
      let last = from;
      for (const { word, position } of tokensOf(text)) {
        const number = vocabulary.numberOf(word);
        vocabulary.seen(number);
        const stem = vocabulary.stemAt(number);
        const entry = found.get(stem);
        last = from + position;
        if (entry === undefined) found.set(stem, { at: [last], inTitle: index === 0 });
        else if (entry.at.at(-1) !== last) entry.at.push(last);
        length += 1;
      }
      from = last + gap;
    }
    return { found, length };
  };

  const putWord = (stem: number, place: number, { at, inTitle }: { at: number[]; inTitle: boolean }): void => {
    placeCounts = grown(placeCounts, stem + 1);
    positionCounts = grown(positionCounts, stem + 1);
    lastPlaces = grown(lastPlaces, stem + 1);
    const times = Math.min(at.length, mostTimes);
    lists.push(stem * 2, place - (placeCounts[stem] === 0 ? 0 : (lastPlaces[stem] as number)));
    lists.push(stem * 2, times * 2 + (inTitle ? 1 : 0));
    let before = 0;
    for (const position of at.slice(0, mostTimes)) {
      lists.push(stem * 2 + 1, position - before);
      before = position;
    }
    lastPlaces[stem] = place;
    placeCounts[stem] = (placeCounts[stem] as number) + 1;
    positionCounts[stem] = (positionCounts[stem] as number) + times;
  };

  const kill = (number: number): void => {
    const before = placesOf.get(number);
    if (before === undefined) return;
    alive[before] = 0;
    words -= lengths[before] as number;
    dead += 1;
  };

  return {
    vocabulary,
    lists,
    places: (word) => placeCounts[word] ?? 0,
    positions: (word) => positionCounts[word] ?? 0,
    count: () => count,
    dead: () => dead,
    alive: () => alive,
    numbers: () => numbers,
    lengths: () => lengths,
    days: () => days,
    meanLength: () => Math.max(1, words / Math.max(1, count - dead)),
    placeOf: (number) => placesOf.get(number),
    valuesFrom: () => valuesFrom,
    valueNumbers: () => valueNumbers,
    values,
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
      const { found, length } = positionsOf(incident);
      for (const [stem, entry] of found) putWord(stem, place, entry);
      placesOf.set(incident.number, place);
      alive[place] = 1;
      numbers[place] = incident.number;
      lengths[place] = length;
      words += length;
      days[place] = dayNumber(incident.day);
      let end = valuesFrom[place] as number;
      for (const number of new Set(incident.values.map(valueNumber))) {
        valueNumbers = grown(valueNumbers, end + 1);
        valueNumbers[end] = number;
        end += 1;
      }
      valuesFrom[place + 1] = end;
    },
  };
}
