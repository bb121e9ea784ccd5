import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { type Alignment, type BlockNode, type InlineNode, inlineText } from '../markdown/tree-nodes.ts';
import { wordInlines } from './docx-inlines.ts';
import { columnShares } from './table-columns.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: 'DCDCE2' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const sides = {
  '': AlignmentType.LEFT,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};
/** Width of a line on A4 between margins of one inch, in twentieths of a point. */
const lineWidth = 9026;
/** Letters of a cell that fit beside each other in such a line. */
const lineLetters = 90;

/**
 * A table of cells: hairlines between rows, the header (when there is one) repeated on each page, no row broken in two.
 * `shares` are the widths of its columns, in any unit; short rows are filled with empty cells.
 */
export function wordGrid(
  header: ParagraphChild[][] | undefined,
  rows: ParagraphChild[][][],
  align: Alignment[],
  shares: number[],
): Table {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.round((share / total) * lineWidth));
  const row = (cells: ParagraphChild[][], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: columnWidths.map((size, index) => {
        const alignment = sides[align[index] ?? ''];
        return new TableCell({
          width: { size, type: WidthType.DXA },
          children: [new Paragraph({ alignment, style: 'Cell', children: cells[index] ?? [] })],
          margins: { top: 60, bottom: 60, left: 0, right: 120 },
        });
      }),
    });
  return new Table({
    width: { size: lineWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    borders: { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line },
    rows: [...(header === undefined ? [] : [row(header, true)]), ...rows.map((cells) => row(cells, false))],
  });
}

/** A Markdown table. */
export function wordTable(table: BlockNode & { type: 'table' }): Table {
  const cells = (row: InlineNode[][], look: { color?: string } = {}) => row.map((cell) => wordInlines(cell, look));
  const rows = table.rows.map((row) => cells(row));
  return wordGrid(cells(table.header, { color: '6B6B76' }), rows, table.align, widthsOf(table));
}

/** A column of short texts (0 in columnShares) is as wide as its longest one; the others share what is left of the line. */
function widthsOf({ header, rows }: BlockNode & { type: 'table' }): number[] {
  const shares = columnShares(header, rows);
  const letters = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => inlineText(row[column] ?? []).length + 3)),
  );
  const narrow = letters.reduce((sum, each, column) => (shares[column] === 0 ? sum + each : sum), 0);
  const shared = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, column) =>
    share === 0 ? (letters[column] ?? 0) : (share / shared) * (lineLetters - narrow),
  );
}
