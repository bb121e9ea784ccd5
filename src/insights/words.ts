/** Words by number: columns hold the number of a word instead of the word. */
export type Words = { list: string[]; numbers: Map<string, number> };

/** Lists of words by number: few of them occur, however many incidents have one. */
export type Sets = { list: number[][]; numbers: Map<string, number> };

export const makeWords = (): Words => ({ list: [], numbers: new Map() });
export const makeSets = (): Sets => ({ list: [], numbers: new Map() });

/** The number of a word, a new one for a word that was not there. */
export function wordNumber({ list, numbers }: Words, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, list.length);
  return list.push(word) - 1;
}

/** The number of a list of words, each as often as it stands there. */
export function setNumber({ list, numbers }: Sets, words: Words, given: readonly string[]): number {
  const set = given.map((word) => wordNumber(words, word));
  const key = set.join();
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, list.length);
  return list.push(set) - 1;
}
