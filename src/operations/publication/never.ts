import { plains } from './name-forms.ts';
import type { Names } from './names.ts';

/** What stands for a word that is never public. */
export const removedWord = '(name removed)';

const escaped = (text: string): string => text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
/** Letters as they are written with accents or without; marks of other scripts (Hindi, Japanese) are letters of their own. */
const spelled = (word: string): string =>
  [...word.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '')]
    .map((sign) => String.raw`${escaped(sign)}[\u0300-\u036F]{0,3}`)
    .join('');

/** Short names are words when their signs go: of `AT&T` it would be `at t`. */
const fewest = 5;

/** A name in any case, with or without accents, and with any sign or none between its words. */
function patternOf(name: string): string {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) return escaped(name);
  const isShort = words.join('').length < fewest;
  const forms = new Set([name, ...plains(name)].map((form) => form.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []));
  const between = String.raw`[\s\p{P}\p{S}]{0,3}`;
  const any = [...forms].map((form) => form.map(spelled).join(between));
  const exact = `(?:${name
    .split(/\s+/)
    .map(spelled)
    .join(String.raw`\s{1,3}`)})`;
  return String.raw`(?<![\p{L}\p{N}])(?:${isShort ? exact : any.join('|')})(?![\p{L}\p{M}\p{N}])`;
}

const patterns = new WeakMap<Names, RegExp | null>();

function patternFor(names: Names): RegExp | null {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const never = [...names].flatMap(([name, instead]) => (instead === removedWord ? [name] : []));
  const made = never.length === 0 ? null : new RegExp(never.map(patternOf).join('|'), 'giu');
  patterns.set(names, made);
  return made;
}

/** A text without the words that owners never want to be public, however they are written; `taken` is told of each. */
export function withoutNever(text: string, names: Names, taken: (word: string, instead: string) => void): string {
  const pattern = patternFor(names);
  if (pattern === null) return text;
  // Accents stand behind their letters here, so that one pattern finds a name with them and without.
  const apart = text.normalize('NFD');
  let isFound = false;
  const result = apart.replace(pattern, (word) => {
    isFound = true;
    taken(word.normalize('NFC'), removedWord);
    return removedWord;
  });
  return isFound ? result.normalize('NFC') : text;
}
