import { isOrdinary } from './ordinary.ts';

/** First names that are words, too: written small or all in capitals they name nobody. */
const alsoWords = new Set(
  `april art august austin bill bob chase chip dale dan dean don drew faith frank gene glen grace grant guy hope hunter iris jack
  jan jay jean joy june king lane lee long mark max may miles mike page paris pat penny ray rich rob rod rose ruth sky stone sue
  summer tim trip van victor virginia wade will young`
    .split(/\s+/)
    .filter(Boolean),
);

/** True for a first name that is a word, a month or a place, too. */
export const isAlsoWord = (word: string): boolean => alsoWords.has(word.toLowerCase());

/** Letters that are no letter with an accent, as they are written where there are none. */
const folded: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ı: 'i' };
/** The other way to write some of them: Müller is Mueller, Sørensen Soerensen. */
const spelled: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

const mapped = (name: string, letters: Record<string, string>): string =>
  name.replaceAll(/[^\p{ASCII}]/gu, (letter) => {
    const small = letters[letter.toLowerCase()];
    if (small === undefined) return letter;
    return letter === letter.toLowerCase() ? small : small.charAt(0).toUpperCase() + small.slice(1);
  });

const bare = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '');
/** Without accents: José is written Jose, too. */
const plain = (name: string): string => mapped(bare(name), folded);
/** A name without accents, in each way that is done. */
export const plains = (name: string): string[] => [
  ...new Set([bare(name), plain(name), plain(mapped(name.normalize('NFC'), spelled))]),
];

const cased = (form: string): string[] => [form, form.toUpperCase(), form.toLowerCase()];

/** What stands in most texts, and for nobody: `A.M.`, `U.S.` */
const usualPair = /^(?:[AP]\. ?M\.|[UA]\. ?[KSI]\.|E\. ?U\.|D\. ?C\.|U\. ?N\.|P\. ?S\.|N\. ?B\.)$/;

/** User names of a first name, what stands between, and a last name; none that is a word. */
function usersOf(first: string, middle: string, last: string): string[] {
  const [low, between, end] = [first, middle, last].map((word) => word.toLowerCase().replaceAll(/['’.\s-]/g, '')) as [
    string,
    string,
    string,
  ];
  if (low === '' || end === '') return [];
  const joined = ['.', '_', '-'].flatMap((sign) => [`${low}${sign}${end}`, `${low[0]}${sign}${end}`]);
  const short = [`${low[0]}${end}`, `${low}${end[0]}`, `${low}${end}`, `${end}${low[0]}`, `${end}${low}`];
  const long = between === '' ? [] : [`${low[0]}${between[0]}${end}`, `${low[0]}${between}${end}`];
  const alone = [...short, ...long].filter((one) => one.length > 3 && !alsoWords.has(one) && !isOrdinary(one));
  return [...joined, `${end}.${low}`, ...alone];
}

/** What else a full name is written as: `Lee, Ann`, `A. Lee`, `ANN LEE`, `ann.lee`, `alee`, `A.L.`. */
export function formsOfFull(name: string): string[] {
  const words = name.split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2 || first.startsWith('@')) return plain(name) === name ? [] : [plain(name)];
  const middle = words.slice(1, -1);
  const initial = [`${first[0]}. ${last}`, `${first[0]} ${last}`, `${first} ${last[0]}.`, `${last}, ${first}`];
  const letters = middle.map((word) => word[0]).join('');
  const withMiddle =
    middle.length === 0
      ? []
      : [
          `${first} ${last}`,
          `${first[0]}. ${middle.map((word) => `${word[0]}.`).join(' ')} ${last}`,
          `${first[0]}. ${middle.join(' ')} ${last}`,
          `${first} ${middle.map((word) => `${word[0]}.`).join(' ')} ${last}`,
          `${first[0]}${letters} ${last}`,
        ];
  const shown = [...initial, ...withMiddle];
  // Never written small: `i.e.` is no initials.
  const pairs = [`${first[0]}.${last[0]}.`, `${first[0]}. ${last[0]}.`];
  const dotted = /^\p{Lu}/u.test(last) ? pairs.filter((pair) => !usualPair.test(pair)) : [];
  const users = [name, name.replaceAll(/[’']/g, '')].flatMap(plains).flatMap((one) => {
    const [start = '', ...rest] = one.split(/\s+/);
    const end = rest.at(-1) ?? '';
    const between = rest.slice(0, -1).join('');
    return [...usersOf(start, between, end), ...(between === '' ? [] : usersOf(start, '', `${between}${end}`))];
  });
  return [...[name, ...plains(name), ...shown, ...shown.flatMap(plains), ...users].flatMap(cased), ...dotted];
}

/** What else one word of a name is written as, all in capitals or without accents; what is a word itself has no other form. */
export function formsOfWord(word: string): string[] {
  if (word.length < 3 || isAlsoWord(word)) return plains(word);
  return [...plains(word), word.toUpperCase(), ...plains(word).map((one) => one.toUpperCase())];
}

/** A word of a name as it is compared when it may be written small: empty for what is a word itself. */
export function foldedName(word: string): string {
  const one = plain(word).toLowerCase();
  return one.length < 3 || alsoWords.has(one) ? '' : one;
}
