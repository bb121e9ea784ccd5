import type { Block, Cell, Html, Row, Table } from '../markdown/blocks.ts';

const mark = /<(\/?)(table|tr|t[dh]|dl|dt|dd)\b[^>]{0,500}>/gi;
const blank = /\s/;

/** A cell between two marks, without blanks around it. */
function cellOf(text: string, start: number, end: number): Cell {
  let [from, to] = [start, end];
  while (from < to && blank.test(text[from] ?? '')) from += 1;
  while (to > from && blank.test(text[to - 1] ?? '')) to -= 1;
  return { from, to };
}

/** The rows that the marks of a piece of HTML make; cells may lack their closing marks. A `dt` opens a row, too. */
function rowsOf(text: string, from: number, to: number): Row[] {
  const html = text.slice(from, to);
  const rows: Row[] = [];
  let row: Row | undefined;
  let open: number | undefined;
  for (const match of html.matchAll(mark)) {
    const at = from + match.index;
    const end = at + match[0].length;
    const [, closing, name = ''] = match;
    const tag = name.toLowerCase();
    if (open !== undefined) {
      row?.cells.push(cellOf(text, open, at));
      if (row) row.to = at;
      open = undefined;
    }
    const opensRow = closing === '' && (tag === 'tr' || tag === 'dt');
    if (opensRow || tag === 'table') row = undefined;
    if (opensRow) rows.push((row = { from: at, to: end, cells: [] }));
    if (closing === '' && (tag === 'td' || tag === 'th' || tag === 'dt' || tag === 'dd')) open = end;
  }
  if (open !== undefined && row) {
    row.cells.push(cellOf(text, open, to));
    row.to = to;
  }
  return rows.filter(({ cells }) => cells.length > 1);
}

/**
 * A block of HTML as a table: `<table>` with its rows, `<dl>` with its pairs (behind an empty header). Offsets are those of the
 * view, cells keep the marks within them. Undefined for any other HTML. One pass, linear in its length.
 */
function htmlTable(block: Html, text: string): Table | undefined {
  const head = text.slice(block.from, block.from + 200);
  const list = /<dl\b/i.test(head);
  if (!list && !/<(?:table|t(?:head|body|r|d|h)\b)/i.test(head)) return undefined;
  const rows = rowsOf(text, block.from, block.to);
  const header = list || rows.length === 1 ? { from: block.from, to: block.from, cells: [] } : rows.shift();
  return header && rows.length > 0 ? { type: 'table', from: block.from, to: block.to, header, rows } : undefined;
}

/** Blocks with the tables and definition lists of their HTML read; every other block is the same object. */
export function withHtmlTables(blocks: Block[], text: string): Block[] {
  if (!blocks.some(({ type }) => type === 'html')) return blocks;
  return blocks.map((block) => (block.type === 'html' ? (htmlTable(block, text) ?? block) : block));
}
