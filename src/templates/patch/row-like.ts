import type { Block, MarkdownDoc, Table } from '../../markdown/blocks.ts';
import { readCells } from '../../markdown/lines.ts';
import { sections } from '../../markdown/sections.ts';
import { matchColumns } from '../read/match-table.ts';
import type { TableAnchor } from '../template.ts';

/** A template's row in the columns of the document's own table; columns the template does not know stay empty. */
export function rowLike(doc: MarkdownDoc, anchor: TableAnchor | undefined, at: number, row: string): string {
  const table = tableAt(
    sections(doc).flatMap(({ blocks }) => blocks),
    at,
  );
  const columns = table === undefined || anchor === undefined ? undefined : matchColumns(doc.view.text, table, anchor);
  if (table === undefined || columns === undefined) return row;
  const own = readCells(row, 0, row.length).map(({ from, to }) => row.slice(from, to));
  const cells = table.header.cells.map((_, column) => own[columns.at.indexOf(column)] ?? '');
  return `|${cells.map((text) => (text === '' ? ' |' : ` ${text} |`)).join('')}\n`;
}

function tableAt(blocks: readonly Block[], at: number): Table | undefined {
  for (const block of blocks) if (block.type === 'table' && block.from <= at && at <= block.to) return block;
  return undefined;
}
