import { best, laterIn } from './best.ts';
import type { Held, SearchedIncident } from './held.ts';
import { wordsOf } from './tokens.ts';
import { rarity } from './weigh.ts';

/** How much it says when two incidents share one of these. Status, severity, template, year and people say nothing. */
const weights: Record<string, number> = { alert: 3, check: 3, breaker: 3, factor: 2, service: 1.5, cause: 2 };

/** Words of the title weigh more than those of summary and cause; each stands in the other's title or elsewhere. */
const [ofTitle, ofText, inTitle] = [3, 0.5, 2];
const lengthTimes = 2;
/** The most telling words that are compared (a bit for each has to be in a number), and how frequent one may be, as a share of all incidents. */
const [mostWords, mostFrequent, fewIncidents] = [24, 0.25, 20];
const mostReasons = 5;
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
  return [...found.values()]
    .map(({ base, times, ...one }) => ({ ...one, weight: base * (1 + Math.log(times)) }))
    .toSorted((left, right) => right.weight - left.weight)
    .slice(0, mostWords);
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
  const counts = new Map<number, number>();
  const [end, all] = [held.valuesFrom()[held.count()] as number, held.valueNumbers()];
  for (let at = 0; at < end; at += 1) {
    const number = all[at] as number;
    if (numbers.has(number)) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const total = Math.max(1, held.count());
  for (const [number, weight] of numbers)
    numbers.set(number, weight * (Math.log(1 + total / (counts.get(number) ?? 1)) / Math.log(1 + total)));
  return numbers;
}

/** The incidents most like one that may be shown, each with the reasons. */
export function similar(held: Held, subject: SearchedIncident, open: Uint8Array, most: number): Similar[] {
  const telling = tellingWords(held, subject);
  const values = tellingValues(held, subject);
  const scores = new Float64Array(held.count());
  // By place the telling words it has, a bit for each.
  const shared = new Int32Array(held.count());
  const [lengths, mean] = [held.lengths(), held.meanLength()];
  for (const [index, one] of telling.entries()) {
    const places = held.lists.reader(one.stem * 2);
    for (let left = held.places(one.stem), place = 0; left > 0; left -= 1) {
      place += places.next();
      const given = places.next();
      // Of a long text a word says less than of a short one: it has so many.
      const long = (lengthTimes * (lengths[place] as number)) / mean;
      const times = given >>> 1;
      const here = ((given & 1) === 1 ? inTitle : 0) + times / (times + long);
      scores[place] = (scores[place] as number) + one.weight * here;
      shared[place] = (shared[place] as number) | (1 << index);
    }
  }
  const [from, valueNumbers] = [held.valuesFrom(), held.valueNumbers()];
  const own = held.placeOf(subject.number);
  const candidates = new Int32Array(held.count());
  let found = 0;
  for (let place = 0; place < scores.length; place += 1) {
    if (open[place] !== 1 || place === own) continue;
    if (values.size > 0)
      for (let at = from[place] as number; at < (from[place + 1] as number); at += 1)
        scores[place] = (scores[place] as number) + (values.get(valueNumbers[at] as number) ?? 0);
    if ((scores[place] as number) > 0) candidates[found++] = place;
  }
  const order = best(candidates.subarray(0, found), most, scores, laterIn(held));
  const top = scores[order[0] ?? 0] ?? 0;
  return order
    .filter((place) => (scores[place] as number) >= top * leastShare)
    .map((place) => ({
      number: held.numbers()[place] as number,
      score: scores[place] as number,
      reasons: [...valueReasons(held, place, values), ...wordReasons(telling, shared[place] as number)],
    }));
}

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
