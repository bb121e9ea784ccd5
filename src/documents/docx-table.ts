import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { Alignment, BlockNode, InlineNode } from '../markdown/tree-nodes.ts';
import { wordInlines } from './docx-inlines.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: 'DCDCE2' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const sides = {
  '': AlignmentType.LEFT,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

/** A table of cells: hairlines between rows, the header (when there is one) repeated on each page, no row broken in two. */
export function wordGrid(
  header: ParagraphChild[][] | undefined,
  rows: ParagraphChild[][][],
  align: Alignment[],
): Table {
  const width = Math.max(1, header?.length ?? rows[0]?.length ?? 1);
  const row = (cells: ParagraphChild[][], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: Array.from({ length: width }, (_, index) => {
        const paragraph = new Paragraph({
          alignment: sides[align[index] ?? ''],
          style: 'Cell',
          children: cells[index] ?? [],
        });
        return new TableCell({ children: [paragraph], margins: { top: 60, bottom: 60, left: 0, right: 120 } });
      }),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line },
    rows: [...(header === undefined ? [] : [row(header, true)]), ...rows.map((cells) => row(cells, false))],
  });
}

/** A Markdown table. */
export function wordTable(table: BlockNode & { type: 'table' }): Table {
  const cells = (row: InlineNode[][], look: { color?: string } = {}) => row.map((cell) => wordInlines(cell, look));
  return wordGrid(
    cells(table.header, { color: '6B6B76' }),
    table.rows.map((row) => cells(row)),
    table.align,
  );
}
