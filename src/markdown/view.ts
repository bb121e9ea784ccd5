/** A source text as the parser wants it: LF only, no BOM, front matter blanked. Offsets map back to the source. */
export type View = {
  /** The text that blocks point into. */
  text: string;
  /** Source offset of a view offset. `end` gives the end of the text before it: the CR of a CRLF stays outside. */
  toSource(offset: number, end?: boolean): number;
  /** 1-based line of a view offset. */
  lineOf(offset: number): number;
  /** The line ending a new line gets: the one the source uses most. */
  eol: '\n' | '\r\n' | '\r';
};

/** Characters left out of the view: at view offset `at[i]`, `sum[i]` source characters are missing in all up to there. */
type Cuts = { at: number[]; sum: number[] };

const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]+$/;

/** A line that may be a delimiter row with blanks behind it. */
const blankEnd = /[-|][ \t]+$/m;

/** Leaves out BOM, the CR of CRLF, and trailing blanks of table delimiter rows; a lone CR becomes LF. */
function normalise(source: string): { text: string; cuts: Cuts } {
  const cuts: Cuts = { at: [], sum: [] };
  if (!source.includes('\r') && source.charCodeAt(0) !== 0xfeff && !blankEnd.test(source))
    return { text: source, cuts };
  const parts: string[] = [];
  let length = 0;
  let missing = 0;
  const cut = (count: number) => {
    missing += count;
    cuts.at.push(length);
    cuts.sum.push(missing);
  };
  let position = 0;
  if (source.charCodeAt(0) === 0xfeff) {
    cut(1);
    position = 1;
  }
  while (position < source.length) {
    let end = nextBreak(source, position);
    const line = source.slice(position, end);
    const kept = line.length < 2000 && delimiterRow.test(line) ? line.trimEnd() : line;
    parts.push(kept);
    length += kept.length;
    if (kept.length < line.length) cut(line.length - kept.length);
    if (end < source.length) {
      if (source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10) {
        cut(1);
        end++;
      }
      parts.push('\n');
      length++;
    }
    position = end + 1;
  }
  return { text: parts.join(''), cuts };
}

const lineBreak = /[\n\r]/g;

function nextBreak(source: string, from: number): number {
  lineBreak.lastIndex = from;
  return lineBreak.test(source) ? lineBreak.lastIndex - 1 : source.length;
}

/** Index of the last entry of a sorted array that is <= value, or -1. */
function lastAtMost(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Makes the view of a source. `blank` is filled in afterwards by front matter, with the same length. */
export function makeView(source: string): View {
  const { text, cuts } = normalise(source);
  let starts: number[] | undefined;
  return {
    text,
    toSource(offset, end = false) {
      const index = lastAtMost(cuts.at, end ? offset - 1 : offset);
      return offset + (index < 0 ? 0 : (cuts.sum[index] as number));
    },
    lineOf(offset) {
      starts ??= lineStarts(text);
      return lastAtMost(starts, offset) + 1;
    },
    eol: source.includes('\r\n') ? '\r\n' : source.includes('\r') && !source.includes('\n') ? '\r' : '\n',
  };
}
