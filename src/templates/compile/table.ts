import type { Row } from '../../markdown/blocks.ts';
import { labelKey } from '../outline/label.ts';
import type { Unit } from '../outline/units.ts';
import type { Pattern, RowAnchor, TableAnchor } from '../template.ts';
import { TemplateError } from '../template-error.ts';
import { collectionOf } from './collection.ts';
import { compilePattern, hasSlot } from './pattern.ts';
import type { CompileState } from './state.ts';

/** Compiles a table: its headings, its fixed rows, and its repeating row. */
export function compileTable(
  unit: Unit,
  { section, scope, parent }: { section: number; scope: string; parent: string },
  state: CompileState,
): TableAnchor {
  const table = unit.table;
  const titles = (table?.header.cells ?? []).map(({ from, to }) => state.text.slice(from, to));
  const anchor: TableAnchor = {
    type: 'table',
    id: state.nextId++,
    section,
    scope,
    parent,
    constants: [],
    titles,
    columns: titles.map(labelKey),
    rows: [],
  };
  state.units.set(anchor.id, unit);
  for (const row of table?.rows ?? []) anchor.rows.push(compileRow(row, titles.length, state));
  return anchor;
}

function compileRow(row: Row, width: number, state: CompileState): RowAnchor {
  const line = state.lineOf(row.from);
  if (row.cells.length > width)
    throw new TemplateError(line, 'The row has more cells than the table has headings.', 'Add a heading for each.');
  const texts = row.cells.map(({ from, to }) => state.text.slice(from, to));
  if (!texts.some(hasSlot))
    throw new TemplateError(line, 'The row holds no placeholder.', 'Example rows belong into the blank form.');
  const cells = texts.map((text): Pattern | undefined => (hasSlot(text) ? compilePattern(text, line) : undefined));
  const constants = state.constantsAt(row.from);
  const keyColumn = cells.findIndex((cell, index) => cell === undefined && labelKey(texts[index] ?? '') !== '');
  const collection = collectionOf(cells, constants, line);
  const fixed = keyColumn < 0 ? '' : labelKey(texts[keyColumn] ?? '');
  if (fixed === '' && collection === undefined)
    throw new TemplateError(line, 'Nothing repeats in this row and nothing names it.', 'Begin it with a literal cell.');
  if (fixed === '' && cells.some((cell) => cell?.slots.some(({ kind }) => kind === 'claim')))
    throw new TemplateError(line, 'A repeating row cannot hold a claim.', 'Begin it with a literal cell.');
  const unit: Unit = {
    type: 'line',
    role: 'text',
    from: row.from,
    to: row.to,
    start: row.from,
    end: row.to,
    parent: -1,
    opens: true,
    soft: false,
    ordered: false,
  };
  const id = state.nextId++;
  state.units.set(id, unit);
  return { id, fixed, keyColumn, cells, constants, ...(collection === undefined ? {} : { collection }) };
}
