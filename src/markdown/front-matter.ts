/** The YAML block at the top of a document. Offsets are of the view; `text` is the YAML between the fences. */
export type FrontMatter = { from: number; to: number; text: string; textFrom: number };

/** Nobody writes so much YAML above a document; the lines beyond are kept and not read. */
const mostYaml = 100_000;

const closing = /^(?:---|\.\.\.)[ \t]*$/gm;

/**
 * Finds front matter: a first line `---`, a closing `---` or `...`, and something like YAML between.
 * A document that merely begins with a rule has none.
 */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) return undefined;
  const textFrom = opening[0].length;
  closing.lastIndex = textFrom;
  const end = closing.exec(text);
  if (end === null) return undefined;
  const yaml = text.slice(textFrom, end.index);
  const first = yaml.split('\n', 50).find((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  if (first !== undefined && !/^\s*(?:[\w"'$][^\n]{0,80}?:(?:\s|$)|-\s|[{[])/.test(first)) return undefined;
  return { from: 0, to: end.index + end[0].length, text: readable(yaml), textFrom };
}

function readable(yaml: string): string {
  return yaml.length <= mostYaml ? yaml : yaml.slice(0, yaml.lastIndexOf('\n', mostYaml) + 1);
}

/** The text with the front matter replaced by blanks of the same length, newlines kept. */
export function blankFrontMatter(text: string, matter: FrontMatter): string {
  const lines = text.slice(0, matter.to).split('\n');
  return lines.map((line) => ' '.repeat(line.length)).join('\n') + text.slice(matter.to);
}
