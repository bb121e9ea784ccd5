/** Container marks and blanks that a line may open with as far as the parser is concerned. */
const mostMarks = 80;
/** Blanks in a row from which on a run is cut down. */
const mostBlanks = 1000;

const opening = /^[ \t>*+\-\d.)]{80,200}/;
const ruler = /^(?:-+|\*+)$/;

/**
 * A copy of the same length for the parser, whose lines open at most some eighty levels and hold no endless blanks:
 * beyond that they become letters. The parser takes quadratic time over both, and no person writes them.
 */
export function tameNesting(text: string): string {
  let tamed = '';
  let copied = 0;
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
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
