import type { Row, Table } from '../../markdown/blocks.ts';
import { labelKey } from '../outline/label.ts';
import type { Pattern, RowAnchor, Slot, TableAnchor } from '../template.ts';
import type { Found, Region } from './found.ts';
import { matchPattern } from './match-line.ts';

/** Which column of a document's table each column of the template is; -1 when it is missing. */
export type Columns = { at: number[]; extra: number[] };

/** Pairs columns by heading; undefined when fewer than half of the template's headings are there. */
export function matchColumns(text: string, table: Table, anchor: TableAnchor): Columns | undefined {
  const keys = table.header.cells.map(({ from, to }) => labelKey(text.slice(from, to)));
  const at = anchor.columns.map((key, column) => (keys[column] === key ? column : keys.indexOf(key)));
  const known = at.filter((column) => column >= 0).length;
  if (known === 0 || known * 2 < anchor.columns.length) return undefined;
  anchor.columns.forEach((_, column) => {
    if (at[column] === -1 && column < keys.length && !at.includes(column)) {
      const free = keys.length === anchor.columns.length || keys[column] === '';
      if (free) at[column] = column;
    }
  });
  const extra = keys.map((_, column) => column).filter((column) => !at.includes(column));
  return { at, extra };
}

/** Reads the rows of a table: fixed rows by their literal cell first, then the repeating row. Blank rows are none. */
export function matchRows(
  text: string,
  table: Table,
  anchor: TableAnchor,
  columns: Columns,
  section: number,
  withConstants: boolean,
): { found: Found[]; leftovers: Row[] } {
  const found: Found[] = [];
  const leftovers: Row[] = [];
  const repeat = anchor.rows.filter(({ fixed }) => fixed === '');
  for (const row of table.rows) {
    const fixed = anchor.rows.find((candidate) => isFixedRow(text, row, candidate, columns));
    const chosen = fixed ?? repeat[0];
    const regions = chosen === undefined ? [] : rowRegions(text, row, chosen, columns);
    const filled = regions.some(({ from, to }) => to > from);
    if (chosen === undefined || (fixed === undefined && !filled)) {
      if (text.slice(row.from, row.to).replace(/[|\s]/g, '') !== '') leftovers.push(row);
      continue;
    }
    const constants = withConstants ? chosen.constants : [];
    const collection = chosen.collection;
    const common = { anchor: chosen.id, constants, regions, start: row.from, end: row.to, section };
    found.push(collection === undefined ? common : { ...common, collection });
  }
  return { found, leftovers };
}

function isFixedRow(text: string, row: Row, anchor: RowAnchor, columns: Columns): boolean {
  if (anchor.fixed === '') return false;
  const cell = row.cells[columns.at[anchor.keyColumn] ?? -1];
  return cell !== undefined && cell.to - cell.from < 200 && labelKey(text.slice(cell.from, cell.to)) === anchor.fixed;
}

function rowRegions(text: string, row: Row, anchor: RowAnchor, columns: Columns): Region[] {
  const regions: Region[] = [];
  anchor.cells.forEach((pattern, column) => {
    const cell = row.cells[columns.at[column] ?? -1];
    if (pattern === undefined) return;
    if (cell === undefined) return;
    regions.push(...cellRegions(text, pattern, cell.from, cell.to));
  });
  return regions;
}

function cellRegions(text: string, pattern: Pattern, from: number, to: number): Region[] {
  const matched = matchPattern(text, pattern, from, to, undefined, 'cell');
  return matched ?? [{ slot: pattern.slots[0] as Slot, context: 'cell', from, to, opening: false }];
}
