import { best, laterIn } from './best.ts';
import { browse } from './browse.ts';
import type { Held } from './held.ts';
import { match, type Matched } from './match.ts';
import { type Counted, narrow } from './narrow.ts';
import { type MayShow, type Open, openPlaces } from './open-places.ts';
import { type Instead, isSeen, readClause, type ReadClause } from './read-clause.ts';
import { type Clause, clausesOf } from './wanted.ts';

/** What somebody looks for. */
export type Wish = MayShow & {
  words: string;
  chosen: ReadonlyMap<string, string>;
  from: number;
  limit: number;
  /** Facets whose values are counted. */
  facets: readonly string[];
};

/** What was found. */
export type Result = {
  /** Numbers of incidents, the best first. */
  numbers: number[];
  total: number;
  facets: Map<string, Counted[]>;
  /** How many words were looked for. */
  words: number;
  stems: ReadonlySet<string>;
  begun: string[];
  /** Words that no text has, and those looked for instead. */
  corrected: { from: string; to: string[] }[];
  /** No text has all words: these have all but one. */
  relaxed: boolean;
};

const mostCorrections = 3;
/** With fewer results than these, a word that no text has is taken for a mistyped one. */
const few = 3;

/** Words near a mistyped one that a text has which may be shown: another's secret is no suggestion. */
function correctionsOf(held: Held, word: string, open: Uint8Array): string[] {
  const found: string[] = [];
  for (const number of held.vocabulary.near(word)) {
    if (isSeen(held, held.vocabulary.stemAt(number), open)) found.push(held.vocabulary.wordAt(number));
    if (found.length === mostCorrections) break;
  }
  return found;
}

/** The clauses with corrections for those that nothing fits. */
function corrected(held: Held, clauses: Clause[], before: Matched, open: Uint8Array, instead: Instead) {
  const corrections: Result['corrected'] = [];
  const read = clauses.map((clause, index): ReadClause => {
    if (!before.empty.includes(index)) return readClause(held, clause, instead);
    const words = clause.words.map((one) => {
      const isKnown = clause.words.length > 1 && held.vocabulary.known(one.word) !== undefined;
      const to = isKnown ? [] : correctionsOf(held, one.word, open);
      if (to.length > 0) corrections.push({ from: one.word, to });
      return { ...one, to };
    });
    if (clause.words.length === 1)
      return readClause(held, { ...clause, begun: false }, (word) => [...instead(word), ...(words[0]?.to ?? [])]);
    return readClause(
      held,
      { ...clause, words: words.map(({ word, offset, to }) => ({ word: to[0] ?? word, offset })) },
      instead,
    );
  });
  return { read, corrections };
}

/** What is found without words. */
function all(held: Held, { chosen, ...wish }: Wish, ready: Open): Result {
  const [only] = [...chosen].map(([facet, value]) => ({ facet, value }));
  const { places, ...found } = browse(held, ready, { ...wish, ...(only === undefined ? {} : { only }) });
  const numbers = places.map((place) => held.numbers()[place] as number);
  return { ...found, numbers, words: 0, stems: new Set(), begun: [], corrected: [], relaxed: false };
}

/** Finds incidents by words and by what they are narrowed by. `instead` gives words that say the same. */
export function search(held: Held, wish: Wish, instead: Instead = () => []): Result {
  const clauses = clausesOf(wish.words);
  const ready = openPlaces(held, wish);
  const { open } = ready;
  if (wish.words.trim() === '' && wish.chosen.size < 2 && !ready.ofDays) return all(held, wish, ready);
  if (clauses.length === 0 && wish.words.trim() !== '') open.fill(0);
  let read = clauses.map((clause) => readClause(held, clause, instead));
  let matched = match(held, read, open);
  let corrections: Result['corrected'] = [];
  let total = clauses.length === 0 ? few : matched.places.length;
  if (total < few && matched.empty.length > 0) {
    const again = corrected(held, clauses, matched, open, instead);
    if (again.corrections.length > 0) {
      read = again.read;
      corrections = again.corrections;
      matched = match(held, read, open);
      total = matched.places.length;
    }
  }
  const relaxed = total === 0 && clauses.filter(({ without }) => !without).length > 1;
  if (relaxed) matched = match(held, read, open, 'all but one');
  const { places, facets } = narrow(held, { ...matched, ...ready }, wish);
  const { scores, stems, begun } = matched;
  // Of equals the latest comes first; where no words are wanted all are equals.
  const weights = clauses.every(({ without }) => without) ? held.days() : scores;
  const shown = best(places, wish.from + wish.limit, weights, laterIn(held)).slice(wish.from);
  const numbers = held.numbers();
  return {
    numbers: shown.map((place) => numbers[place] as number),
    total: places.length,
    facets,
    words: clauses.reduce((sum, { without, words }) => sum + (without ? 0 : words.length), 0),
    stems,
    begun,
    corrected: corrections,
    relaxed: relaxed && places.length > 0,
  };
}
