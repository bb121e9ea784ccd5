import { stopWords } from '../src/search/tokens.ts';
import type { Text } from './search-texts.ts';

/** A search, the incident it was drawn from, and what it is narrowed by. */
export type Query = { words: string; of?: number; service?: string; severity?: string };

const each = 200;

/** Kinds of searches, each drawn from the texts before anything is indexed. */
export function drawQueries(
  texts: readonly Text[],
  vocabulary: readonly string[],
  random: () => number,
): Map<string, Query[]> {
  const common = vocabulary.filter((word) => !stopWords.has(word)).slice(0, 100);
  const commonSet = new Set(common);
  const any = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
  const several = <One>(list: readonly One[], count: number): One[] => {
    const left = [...new Set(list)];
    return Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(Math.floor(random() * left.length), 1)[0] as One,
    );
  };
  const index = () => Math.floor(random() * texts.length);
  const bodyWords = (of: number) =>
    (texts[of]?.body ?? '')
      .replaceAll('.', '')
      .split(' ')
      .filter((word) => !stopWords.has(word));
  const rare = (of: number) => bodyWords(of).filter((word) => !commonSet.has(word));
  const titleWords = (of: number) => (texts[of]?.title ?? '').split(' ').filter((word) => !stopWords.has(word));
  const slip = (word: string): string => {
    const at = 1 + Math.floor(random() * (word.length - 2));
    const kind = Math.floor(random() * 3);
    if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
    if (kind === 1) return `${word.slice(0, at)}${any([...'etaoinsr'])}${word.slice(at + 1)}`;
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  };
  const drawn = (make: () => Query): Query[] => Array.from({ length: each }, make);
  const of = (make: (of: number) => Query): Query[] => drawn(() => make(index()));
  const withSlip = (of: number): Query => {
    const words = several(titleWords(of), 3);
    const longest = words.toSorted((left, right) => right.length - left.length)[0] ?? '';
    return {
      of,
      words: `${words.map((word) => (word === longest && word.length > 4 ? slip(word) : word)).join(' ')} `,
    };
  };
  const phrase = (of: number): Query => {
    const [sentence = ''] = several((texts[of]?.body ?? '').split('. '), 1);
    const words = sentence.split(' ');
    const from = Math.floor(random() * Math.max(1, words.length - 3));
    return { of, words: `"${words.slice(from, from + 3).join(' ')}"` };
  };
  // The oldest tenth of all.
  const oldOnes = texts.map((_, number) => number).filter((number) => (texts[number]?.day ?? '') < '2017-01-01');
  return new Map([
    ['one common word', drawn(() => ({ words: `${any(common)} ` }))],
    ['two common words', drawn(() => ({ words: `${several(common, 2).join(' ')} ` }))],
    ['three common words', drawn(() => ({ words: `${several(common, 3).join(' ')} ` }))],
    ['one common word, one rare', of((number) => ({ words: `${any(common)} ${any(rare(number))} ` }))],
    ['two rare words', of((number) => ({ of: number, words: `${several(rare(number), 2).join(' ')} ` }))],
    [
      'two common words, service and severity',
      of((number) => ({
        words: `${several(common, 2).join(' ')} `,
        service: texts[number]?.service ?? '',
        severity: texts[number]?.severity ?? '',
      })),
    ],
    [
      'the beginning of a word, while typing',
      of((number) => ({ words: `${any(common)} ${any(rare(number)).slice(0, 3)}` })),
    ],
    ['a phrase of three words', of(phrase)],
    [
      'a known title, three of its words',
      of((number) => ({ of: number, words: `${several(titleWords(number), 3).join(' ')} ` })),
    ],
    ['a known title, one word mistyped', of(withSlip)],
    [
      'an old text, eight common words of its body',
      drawn(() => {
        const number = any(oldOnes);
        return {
          of: number,
          words: `${several(
            bodyWords(number).filter((word) => commonSet.has(word)),
            8,
          ).join(' ')} `,
        };
      }),
    ],
  ]);
}
