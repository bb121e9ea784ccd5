/** A row of a table. `line` is the 1-based line it begins in. */
export type Row = { line: number; cells: string[] };

const delimiters = [',', ';', '\t', '|'];
/** Cells of one row, and characters of one cell, beyond which a text is no table. */
const mostCells = 500;

/** The rows of delimited text (RFC 4180), one after the other: quotes, doubled quotes and line breaks within them. Blank rows are left out. */
export function* rowsOf(text: string, delimiter: string): Generator<Row> {
  let line = 1;
  let row: Row = { line, cells: [] };
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = cellAt(text, at, delimiter);
    if (row.cells.length < mostCells) row.cells.push(cell.text);
    line += cell.breaks;
    const next = text[end];
    at = end + 1;
    if (next === delimiter) continue;
    if (next === '\r' && text[at] === '\n') at += 1;
    line += 1;
    if (row.cells.some((each) => each.trim() !== '')) yield row;
    row = { line, cells: [] };
  }
}

type Cell = { text: string; breaks: number };

function cellAt(text: string, from: number, delimiter: string): { cell: Cell; end: number } {
  if (text[from] !== '"') {
    let end = from;
    for (; end < text.length; end += 1) {
      const sign = text[end];
      if (sign === delimiter || sign === '\n' || sign === '\r') break;
    }
    return { cell: { text: text.slice(from, end), breaks: 0 }, end };
  }
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return rest(text, from, parts.join('') + text.slice(at));
    parts.push(text.slice(at, quote));
    at = quote + 1;
    if (text[at] !== '"') break;
    parts.push('"');
    at += 1;
  }
  // What stands between the closing quote and the delimiter is kept: not every writer escapes.
  const after = cellAt(text, at, delimiter);
  const inner = parts.join('');
  const tail = text[at] === '"' ? '' : after.cell.text;
  return { cell: { text: inner + tail, breaks: breaksIn(inner) }, end: after.end };
}

const breaksIn = (text: string) => text.split('\n').length - 1;

/** A quote that is never closed holds all that follows. */
function rest(text: string, from: number, inner: string): { cell: Cell; end: number } {
  return { cell: { text: inner, breaks: breaksIn(text.slice(from)) }, end: text.length };
}

/**
 * The delimiter under which the first rows have the same number of cells, at least two; the one with most cells. The first row may
 * have one less: a heading that is left away.
 */
export function delimiterOf(text: string): string | undefined {
  let best: { delimiter: string; cells: number } | undefined;
  for (const delimiter of delimiters) {
    const counts = [...rowsOf(text.slice(0, 20_000), delimiter).take(20)].map(({ cells }) => cells.length);
    // The last row may be cut off by the reach, or by the end of the file.
    const [first = 0, ...others] = counts.length > 2 ? counts.slice(0, -1) : counts;
    const isTable =
      first > 1 &&
      first < mostCells &&
      others.length > 0 &&
      [first, first + 1].some((width) => others.filter((count) => count === width).length >= others.length * 0.8);
    if (isTable && first > (best?.cells ?? 1)) best = { delimiter, cells: first };
  }
  return best?.delimiter;
}
