/** Container marks and blanks that a line may open with as far as the parser is concerned. */
const mostMarks = 80;
/** Blanks in a row from which on a run is cut down. */
const mostBlanks = 1000;

/** Lines that open a block (items, headings, quotes, rows, code) or end one; beyond, the rest is one paragraph. */
const mostOpenings = 50_000;

const opening = /^[ \t>*+\-\d.)]{80,200}/;
const ruler = /^(?:-+|\*+)$/;

/**
 * A copy of the same length for the parser, whose lines open at most some eighty levels and hold no endless blanks:
 * beyond that they become letters. The parser takes quadratic time over both, and long over very many blocks.
 */
export function tame(text: string): string {
  let tamed = '';
  let copied = 0;
  let openings = 0;
  const mayExceed = text.length > mostOpenings;
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    if (mayExceed && opens(text, from, to) && ++openings > mostOpenings)
      return `${tamed}${text.slice(copied, from)}${flat(text.slice(from))}`;
    if (to - from >= mostMarks) {
      const line = tameLine(text, from, to);
      if (line !== undefined) {
        tamed += text.slice(copied, from) + line;
        copied = to;
      }
    }
    from = to + 1;
  }
  return copied === 0 ? text : tamed + text.slice(copied);
}

/** One paragraph, set off from what stands before it: its first line is blank. */
function flat(rest: string): string {
  const end = (rest.indexOf('\n') + 1 || rest.length) - 1;
  return `${' '.repeat(end)}\n${'x'.repeat(Math.min(1, rest.length - end - 1))}${rest.slice(end + 2).replaceAll('\n', ' ')}`;
}

function opens(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  if (at === to) return true;
  const code = text.charCodeAt(at);
  if (code === 42 || code === 43 || code === 45 || code === 62 || code === 35) return true;
  if (code === 96 || code === 124 || code === 126) return true;
  if (code < 48 || code > 57) return false;
  while (at < to && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return text[at] === '.' || text[at] === ')';
}

function tameLine(text: string, from: number, to: number): string | undefined {
  const run = isMark(text.charCodeAt(from + mostMarks - 1))
    ? opening.exec(text.slice(from, from + 200))?.[0]
    : undefined;
  const cut = run === undefined || ruler.test(run) ? 0 : run.length;
  const runs = to - from < mostBlanks ? [] : longBlanks(text, from, to);
  if (cut === 0 && runs.length === 0) return undefined;
  let line = cut === 0 ? '' : text.slice(from, from + mostMarks) + 'x'.repeat(cut - mostMarks);
  for (const run of runs) {
    const at = from + line.length;
    const start = Math.max(at, run.from + mostMarks);
    if (start < run.to) line += text.slice(at, start) + 'x'.repeat(run.to - start);
  }
  return line + text.slice(from + line.length, to);
}

function isMark(code: number): boolean {
  return code === 32 || code === 9 || code === 62 || (code >= 41 && code <= 57 && code !== 44 && code !== 47);
}

function longBlanks(text: string, from: number, to: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  // Looking at every thousandth character finds each run that is long enough.
  for (let at = from + mostBlanks - 1, end = from; at < to; at = Math.max(at, end) + mostBlanks) {
    if (!isBlank(text.charCodeAt(at))) continue;
    let start = at;
    while (start > from && isBlank(text.charCodeAt(start - 1))) start--;
    end = at;
    while (end < to && isBlank(text.charCodeAt(end))) end++;
    if (end - start >= mostBlanks) runs.push({ from: start, to: end });
  }
  return runs;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
