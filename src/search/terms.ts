import { builtinCauses } from './builtin-causes.ts';
import type { Taxonomy } from './taxonomy.ts';
import { folded, stemsOf } from './tokens.ts';

/** A taxonomy made ready. */
export type Terms = {
  /** The names of the causes a text tells, the one it tells most first. */
  causesIn: (text: string, most: number) => string[];
  serviceOf: (given: string) => string;
  /** Words that say the same as a folded one. */
  instead: (word: string) => readonly string[];
};

/** Makes a taxonomy ready to be asked. */
export function readTaxonomy({ causes, builtinCauses: withOurs, services, synonyms }: Taxonomy): Terms {
  const own = new Set(causes.map((cause) => cause.name));
  const all = [...causes, ...(withOurs ? builtinCauses.filter((cause) => !own.has(cause.name)) : [])];
  // By the first stem of a phrase: what follows it, and whose it is.
  const phrases = new Map<string, { rest: string[]; cause: string }[]>();
  for (const cause of all)
    for (const phrase of cause.words) {
      const [first, ...rest] = stemsOf(phrase);
      if (first === undefined) continue;
      phrases.set(first, [...(phrases.get(first) ?? []), { rest, cause: cause.name }]);
    }
  const serviceNames = new Map<string, string>();
  for (const service of services)
    for (const one of [service.name, ...service.also]) serviceNames.set(folded(one), service.name);
  const same = new Map<string, string[]>();
  for (const list of synonyms)
    for (const one of list) {
      const others = list.filter((other) => other !== one).map(folded);
      same.set(folded(one), [...(same.get(folded(one)) ?? []), ...others]);
    }
  return {
    causesIn: (text, most) => {
      const stems = stemsOf(text);
      const counts = new Map<string, number>();
      for (const [at, stem] of stems.entries())
        for (const { rest, cause } of phrases.get(stem) ?? [])
          if (rest.every((word, index) => stems[at + 1 + index] === word))
            // A phrase says more than a word.
            counts.set(cause, (counts.get(cause) ?? 0) + 1 + 2 * rest.length);
      return [...counts]
        .toSorted((left, right) => right[1] - left[1])
        .slice(0, most)
        .map(([cause]) => cause);
    },
    serviceOf: (given) => serviceNames.get(folded(given)) ?? given,
    instead: (word) => same.get(word) ?? [],
  };
}
