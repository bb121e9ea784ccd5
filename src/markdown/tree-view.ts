/** Containers (quotes, lists) a line may open; lezer needs memory for each, and nobody reads deeper. */
const maxMarkers = 20;
/** Blanks in a row that are kept; lezer's test for a delimiter row takes quadratic time on long runs. */
const maxBlanks = 400;

const marker = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const onlyRuleMarks = /^[-*_ \t]*$/;
const delimiterCharacters = /^[ \t>|:-]+$/;

/** Escapes the first container marker beyond the limit, so that the rest of the line is text. */
function limitMarkers(line: string): string {
  marker.lastIndex = 0;
  for (let count = 0; marker.test(line); count++) {
    if (count === maxMarkers) {
      const at = marker.lastIndex - 1;
      return onlyRuleMarks.test(line) ? '---' : `${line.slice(0, at)}\\${line.slice(at)}`;
    }
  }
  return line;
}

function mend(line: string): string {
  let text = line.length > maxBlanks ? line.replace(/[ \t]+/g, (run) => run.slice(0, maxBlanks)) : line;
  if (text.length > 2 * maxMarkers) text = limitMarkers(text);
  const isDelimiterRow = text.includes('-') && text.includes('|') && delimiterCharacters.test(text);
  return isDelimiterRow ? text.trimEnd() : text;
}

/** Front matter of a document, and the body that follows it. */
export type Parts = { frontMatter: string; body: string };

/**
 * Makes a source safe to parse for reading: LF line ends, no byte order mark, no NUL, delimiter rows without trailing
 * blanks (lezer sees no table otherwise), bounded nesting. Offsets are lost; `parseMarkdown` keeps them.
 */
export function readingView(source: string): Parts {
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD');
  const lines = text.split('\n');
  let start = 0;
  if (lines[0]?.trimEnd() === '---') {
    const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
    if (end > 0 && lines.slice(1, end).some((line) => line.includes(':'))) start = end + 1;
  }
  const frontMatter = start === 0 ? '' : lines.slice(1, start - 1).join('\n');
  return { frontMatter, body: lines.slice(start).map(mend).join('\n') };
}
