import type { Row, Table } from '../../markdown/blocks.ts';
import type { Columns } from './match-table.ts';

/**
 * The columns of a table that the template has no field for, beside the first column it knows, as a table of their own:
 * another template has no row to keep them in. Undefined when they are empty.
 */
export function extraColumns(text: string, table: Table, columns: Columns): string | undefined {
  if (columns.extra.length === 0) return undefined;
  const known = columns.at.find((column) => column >= 0) ?? 0;
  const cellText = (row: Row, column: number) => {
    const cell = row.cells[column];
    return cell === undefined ? '' : text.slice(cell.from, cell.to);
  };
  const filled = table.rows.filter((row) => columns.extra.some((column) => cellText(row, column) !== ''));
  if (filled.length === 0) return undefined;
  const line = (row: Row) => `| ${[known, ...columns.extra].map((column) => cellText(row, column)).join(' | ')} |`;
  const rule = `|${' --- |'.repeat(columns.extra.length + 1)}`;
  return [line(table.header), rule, ...filled.map(line)].join('\n');
}
