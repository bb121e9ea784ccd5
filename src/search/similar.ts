import { best, laterIn } from './best.ts';
import type { Held, SearchedIncident } from './held.ts';
import { eachPlaceOfWord } from './read-clause.ts';
import { scratchOf } from './scratch.ts';
import { wordsOf } from './tokens.ts';
import { rarity } from './weigh.ts';

/** How much it says when two incidents share one of these. Status, severity, template, year and people say nothing. */
const weights: Record<string, number> = { alert: 3, check: 3, breaker: 3, factor: 2, service: 1.5, cause: 2 };

/** Words of the title weigh more than those of summary and cause; each stands in the other's title or elsewhere. */
const [ofTitle, ofText, inTitle] = [3, 0.5, 2];
const lengthTimes = 2;
/** The most telling words that are compared (a bit for each has to be in a number), and how frequent one may be, as a share of all incidents. */
const [mostWords, mostFrequent, fewIncidents] = [24, 0.25, 20];
/** Of many incidents' words no more places are read than these, of the most telling ones; but for so many words. */
const [mostRead, fewWords] = [20_000, 4];
const mostReasons = 5;
/** What sums of the same numbers differ by when they are added in another order. */
const tiny = 1e-9;
/** Below this share of the best one, what is similar is not worth a look. */
const leastShare = 0.15;

/** Why two incidents are alike: what both have of a facet, or the telling words of both. */
export type Reason = { what: string; values: string[] };
export type Similar = { number: number; score: number; reasons: Reason[] };

type Telling = { stem: number; word: string; weight: number };

/** The words of an incident that few others have, the most telling first. */
function tellingWords(held: Held, subject: SearchedIncident): Telling[] {
  const found = new Map<number, Telling & { times: number; base: number }>();
  const most = Math.log(1 + held.count());
  for (const [index, text] of [subject.title, ...subject.texts.slice(0, 2)].entries())
    for (const word of wordsOf(text)) {
      const known = held.vocabulary.known(word);
      if (known === undefined || /^\p{N}+$/u.test(word)) continue;
      const stem = held.vocabulary.stemAt(known);
      const count = held.places(stem);
      if (count < 2 || (held.count() > fewIncidents && count > held.count() * mostFrequent)) continue;
      const before = found.get(stem);
      if (before !== undefined) before.times += 1;
      else {
        const base = (index === 0 ? ofTitle : ofText) * (rarity(held, stem) / most) ** 1.5;
        found.set(stem, { stem, word, weight: 0, base, times: 1 });
      }
    }
  const telling = [...found.values()]
    .map(({ base, times, ...one }) => ({ ...one, weight: base * (1 + Math.log(times)) }))
    .toSorted((left, right) => right.weight - left.weight)
    .slice(0, mostWords);
  let read = 0;
  return telling.filter(({ stem }, index) => {
    read += held.places(stem);
    return index < fewWords || read <= mostRead;
  });
}

/** Of the values of an incident those that say something, with how much. */
function tellingValues(held: Held, subject: SearchedIncident): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const value of subject.values) {
    const number = held.valueOf(value);
    const weight = weights[value.facet];
    if (number !== undefined && weight !== undefined) numbers.set(number, weight);
  }
  if (numbers.size === 0) return numbers;
  const [counts, total] = [held.totals(), Math.max(1, held.count() - held.dead())];
  for (const [number, weight] of numbers)
    numbers.set(number, weight * (Math.log(1 + total / Math.max(1, counts[number] as number)) / Math.log(1 + total)));
  return numbers;
}

/** The incidents most like one that may be shown, each with the reasons. */
export function similar(held: Held, subject: SearchedIncident, open: Uint8Array, most: number): Similar[] {
  const others = scratchOf(held).fits.subarray(0, open.length);
  others.set(open);
  const own = held.placeOf(subject.number);
  if (own !== undefined) others[own] = 0;
  const telling = tellingWords(held, subject);
  const values = tellingValues(held, subject);
  const byWords = readWords(held, telling, others);
  const order = bestOf(held, { ...byWords, values, open: others }, most);
  const top = byWords.scores[order[0] ?? 0] ?? 0;
  return order
    .map((place) => ({ place, score: byWords.scores[place] as number, shared: byWords.shared[place] as number }))
    .filter(({ score }) => score >= top * leastShare)
    .map(({ place, score, shared }) => ({
      number: held.numbers()[place] as number,
      score,
      reasons: [...valueReasons(held, place, values), ...wordReasons(telling, shared)],
    }));
}

/** The places that have any telling word; by place how alike the words are, and the words that it has, a bit for each. */
type ByWords = { places: Int32Array; scores: Float64Array; shared: Int32Array };

/** Reads where the telling words stand. The arrays are valid until the next search begins. */
function readWords(held: Held, telling: readonly Telling[], open: Uint8Array): ByWords {
  const [count, { scores, places, others: shared }] = [held.count(), scratchOf(held)];
  scores.fill(0, 0, count);
  shared.fill(0, 0, count);
  const [lengths, mean] = [held.lengths(), held.meanLength()];
  let found = 0;
  for (const [index, { stem, weight }] of telling.entries())
    eachPlaceOfWord(held, stem, (place, given) => {
      if (open[place] === 0) return;
      if (shared[place] === 0) places[found++] = place;
      // Of a long text a word says less than of a short one: it has so many.
      const long = (lengthTimes * (lengths[place] as number)) / mean;
      const times = given >>> 1;
      const here = ((given & 1) === 1 ? inTitle : 0) + times / (times + long);
      scores[place] = (scores[place] as number) + weight * here;
      shared[place] = (shared[place] as number) | (1 << index);
    });
  return { places: places.subarray(0, found), scores, shared };
}

type Scored = ByWords & { values: ReadonlyMap<number, number>; open: Uint8Array };

/**
 * The places that are most alike, with their values added to the scores of their words. The values of most are never looked at: even
 * with all that the subject has they would come behind the best by words.
 */
function bestOf(held: Held, { places, scores, values, open }: Scored, most: number): number[] {
  const [from, numbers] = [held.valuesFrom(), held.valueNumbers()];
  const withValues = (place: number): number => {
    let score = scores[place] as number;
    for (let at = from[place] as number; at < (from[place + 1] as number); at += 1)
      score += values.get(numbers[at] as number) ?? 0;
    return score;
  };
  const all = [...values.values()].reduce((sum, weight) => sum + weight, 0);
  const byWords = best(places, most, scores, laterIn(held)).map(withValues);
  const least = byWords.length < most ? 0 : Math.min(...byWords) - all - tiny;
  // Others share no word: with all values they would not be among the best either.
  const candidates = least > 0 ? places.filter((place) => (scores[place] as number) >= least) : openOf(open);
  for (const place of candidates) scores[place] = withValues(place);
  return best(
    candidates.filter((place) => (scores[place] as number) > 0),
    most,
    scores,
    laterIn(held),
  );
}

const openOf = (open: Uint8Array): Int32Array => Int32Array.from(open.keys()).filter((place) => open[place] === 1);

function valueReasons(held: Held, place: number, values: ReadonlyMap<number, number>): Reason[] {
  const reasons = new Map<string, string[]>();
  const [from, numbers] = [held.valuesFrom(), held.valueNumbers()];
  for (const number of numbers.subarray(from[place], from[place + 1])) {
    const value = held.values[number];
    if (value === undefined || !values.has(number)) continue;
    reasons.set(value.facet, [...(reasons.get(value.facet) ?? []), value.value]);
  }
  return Object.keys(weights).flatMap((what) => {
    const list = reasons.get(what)?.slice(0, mostReasons);
    return list === undefined ? [] : [{ what, values: list }];
  });
}

function wordReasons(telling: readonly Telling[], shared: number): Reason[] {
  const words = telling.flatMap(({ word }, index) => ((shared & (1 << index)) === 0 ? [] : [word]));
  return words.length === 0 ? [] : [{ what: 'words', values: words.slice(0, mostReasons) }];
}
