/** First names that are words, too: written small or all in capitals they name nobody. */
const alsoWords = new Set(
  `art bill bob chase chip dale dan dean don drew faith frank gene glen grace grant guy hope hunter iris jack jay jean joy king lane
  lee long mark max may miles mike page pat penny ray rich rob rod rose ruth sky stone sue summer tim trip van victor wade will young`
    .split(/\s+/)
    .filter(Boolean),
);

/** Without accents: José is written Jose, too. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[øØ]/g, (letter) => (letter === 'ø' ? 'o' : 'O'));

const cased = (form: string): string[] => [form, form.toUpperCase(), form.toLowerCase()];

/** What else a full name is written as: `Lee, Ann`, `A. Lee`, `ANN LEE`, `ann.lee`, `alee`. */
export function formsOfFull(name: string): string[] {
  const words = name.split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2 || first.startsWith('@')) return plain(name) === name ? [] : [plain(name)];
  const initials = [`${first[0]}. ${last}`, `${first[0]} ${last}`, `${first} ${last[0]}.`, `${last}, ${first}`];
  const [low, end] = [first, last].map((word) => plain(word).toLowerCase().replaceAll(/['’]/g, '')) as [string, string];
  const users = [`${low}.${end}`, `${low}_${end}`, `${low}-${end}`, `${end}.${low}`];
  const short = [`${low[0]}${end}`, `${low}${end[0]}`, `${low}${end}`, `${low[0]}.${end}`].filter(
    (one) => one.length >= 5 && !alsoWords.has(one),
  );
  return [name, plain(name), ...initials, ...initials.map(plain), ...users, ...short].flatMap(cased);
}

/** What else one word of a name is written as, all in capitals or without accents; what is a word itself has no other form. */
export function formsOfWord(word: string): string[] {
  if (word.length < 3 || alsoWords.has(word.toLowerCase())) return [plain(word)];
  return [plain(word), word.toUpperCase(), plain(word).toUpperCase()];
}

/** A word of a name as it is compared when it may be written small: empty for what is a word itself. */
export function foldedName(word: string): string {
  const folded = plain(word).toLowerCase();
  return folded.length < 3 || alsoWords.has(folded) ? '' : folded;
}
