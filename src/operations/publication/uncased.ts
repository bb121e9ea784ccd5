import type { PostmortemRecord } from '../../record/record.ts';

/** Words of a script without capitals, in which nothing tells a name. */
const uncased = /[\p{Lo}\p{Lm}][\p{Lo}\p{Lm}\p{M}]{1,40}(?: [\p{Lo}\p{Lm}][\p{Lo}\p{Lm}\p{M}]{0,40}){0,3}/gu;
const caseless = /[\p{Lo}\p{Lm}]/gu;
const letters = /\p{L}/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Places of names in texts of scripts without capitals: each of them in a document of another script, else the text as a whole. */
export function uncasedIn(record: PostmortemRecord): (text: string) => { kind: string; from: number; to: number }[] {
  const counted = (value: unknown, pattern: RegExp): number => {
    if (typeof value === 'string') return count(value, pattern);
    if (typeof value !== 'object' || value === null) return 0;
    return Object.values(value).reduce<number>((sum, one) => sum + counted(one, pattern), 0);
  };
  const without = counted(record, caseless);
  if (without < 2) return () => [];
  const isMost = without * 2 > counted(record, letters);
  const kind = isMost ? 'is in a script without capitals: read all of it for names' : 'may be a name';
  return (text) => {
    const found = [...text.matchAll(uncased)].map(({ 0: words, index }) => ({
      kind,
      from: index,
      to: index + words.length,
    }));
    // A decision is one about the text as it is: another text is asked for again.
    return isMost && found.length > 0 ? [{ kind, from: 0, to: text.length }] : found;
  };
}
