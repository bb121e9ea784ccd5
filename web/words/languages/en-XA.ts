import type { Language } from '../language.ts';

// The language of tests: English with an accent. What stands on a screen without one does not come from the catalogue.

const accents = new Map(
  [...'aáeéiíoóuúcçdďnñrřsštťyýzžAÁEÉIÍOÓUÚCÇDĎNÑRŘSŠTŤZŽ'].flatMap((letter, index, all) =>
    index % 2 === 0 ? [[letter, all[index + 1] ?? letter]] : [],
  ),
);

/** Texts that are files' names, sources or commands: another language would keep them as well. */
const kept = new Set([
  'starter',
  'cliCommand',
  'setUps',
  'csvName',
  'pastedDocument',
  'pastedEvidence',
  'unnamed',
  'pasted',
  'address',
]);

/** The words of this language for English ones. */
export const accented = (text: string): string =>
  text.replaceAll(/[a-zA-Z]/g, (letter) => accents.get(letter) ?? letter);

/** With an accent, but for what stands in back-ticks, in holes, and in what was put in. */
const around = (text: string, given: readonly string[]): string => {
  const holes = given.filter((each) => each !== '').map((each) => each.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return text
    .split(new RegExp(`(\`[^\`]*\`|\\{\\w+\\}${holes.map((hole) => `|${hole}`).join('')})`))
    .map((piece, index) => (index % 2 === 0 ? accented(piece) : piece))
    .join('');
};

function spokenWith(value: unknown, key = ''): unknown {
  if (kept.has(key)) return value;
  if (typeof value === 'string') return around(value, []);
  if (Array.isArray(value)) return value.map((one) => spokenWith(one));
  if (typeof value === 'function')
    return (...given: unknown[]) => {
      const said: unknown = value(...given);
      const texts = given.flat().filter((each) => typeof each === 'string');
      return typeof said === 'string' ? around(said, texts) : said;
    };
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spokenWith(inner, name)]));
}

export const language: Language = (english) => ({
  ...(spokenWith(english) as typeof english),
  server: { told: (text) => around(text, []) },
});
