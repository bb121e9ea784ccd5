import { folded, runsOf } from './tokens.ts';

/** A condition of a search: words one after the other, or one. `begun`: its word may be longer, as it is being written. */
export type Clause = { words: { word: string; offset: number }[]; without: boolean; begun: boolean };

const parts = /(-?)(?:"([^"]*)("?)|(\S+))/g;
const mostClauses = 24;

/**
 * Reads what somebody looks for: every word has to be there, "in quotes" one after the other, -without. A name such as
 * `get.example.org` is its pieces one after the other. Words that say nothing are left out.
 */
export function clausesOf(text: string): Clause[] {
  const given = text.replaceAll('\0', ' ').toWellFormed();
  const clauses: Clause[] = [];
  for (const found of given.matchAll(parts)) {
    const [all, minus, quoted, , plain] = found;
    const runs = runsOf(quoted ?? plain ?? '');
    const words = runs.flatMap((word, offset) => (word === undefined ? [] : [{ word, offset }]));
    const first = words[0];
    // A minus before nothing, or a dash between words, takes nothing away.
    const without = minus === '-';
    const atEnd = found.index + all.length === given.length;
    const begun = atEnd && quoted === undefined && !without && /[\p{L}\p{N}]$/u.test(given);
    if (begun && words.length > 1) {
      // While it is written, the pieces are looked for alone: the last one is not whole yet.
      for (const [index, one] of words.entries())
        clauses.push({ words: [{ ...one, offset: 0 }], without, begun: index === words.length - 1 });
    } else if (first !== undefined) {
      // The first letter of a further word says nothing yet.
      if (!begun || first.word.length > 1 || clauses.length === 0) clauses.push({ words, without, begun });
    } else if (begun && clauses.length === 0)
      // A word that says nothing may be the beginning of one that does.
      clauses.push({ words: [{ word: folded(plain ?? ''), offset: 0 }], without, begun });
  }
  return clauses.slice(0, mostClauses);
}
