import { unspaced } from './unspaced.ts';

const inWord = /[\p{L}\p{M}\p{N}]/u;

const letterBefore = (text: string, at: number): boolean =>
  at > 0 && inWord.test(String.fromCodePoint(text.codePointAt(at - (isLow(text, at - 1) ? 2 : 1)) ?? 0));
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0;
const letterAt = (text: string, at: number): boolean =>
  at < text.length && inWord.test(String.fromCodePoint(text.codePointAt(at) ?? 0));

/** Where words stand in a text as whole words: `Al` is not in `Also`. */
function placesOf(text: string, words: string, most = Number.POSITIVE_INFINITY): number[] {
  const places: number[] = [];
  if (words === '') return places;
  const [first, last] = [letterAt(words, 0), letterBefore(words, words.length)];
  const free = unspaced.test(words);
  for (let at = text.indexOf(words); at !== -1 && places.length < most; at = text.indexOf(words, at + 1)) {
    if (at < (places.at(-1) ?? -words.length) + words.length) continue;
    if (free || !((first && letterBefore(text, at)) || (last && letterAt(text, at + words.length)))) places.push(at);
  }
  return places;
}

/** True where a text holds words as whole words. */
export const holdsWords = (text: string, words: string): boolean => placesOf(text, words, 1).length > 0;

/** A text with something else in place of words: of whole words, and of parts where it holds no whole ones. */
export function withoutWords(text: string, words: string, instead: string): string {
  const places = placesOf(text, words);
  if (places.length === 0) return words === '' ? text : text.replaceAll(words, () => instead);
  let done = 0;
  let result = '';
  for (const at of places) {
    result += text.slice(done, at) + instead;
    done = at + words.length;
  }
  return result + text.slice(done);
}
