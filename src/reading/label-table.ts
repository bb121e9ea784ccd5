import type { Row, Table } from '../markdown/blocks.ts';
import { headingKey } from '../markdown/heading-key.ts';
import { plainText } from '../markdown/plain.ts';
import { conceptOf } from './label-concepts.ts';
import { labelKey } from './label-key.ts';
import type { Collect } from './labels.ts';

/** What a row of a table of lengths is about: `Detection | 5 minutes`, `Total | 50 minutes`. */
function lengthKey(key: string): string {
  if (/^(?:total|overall|gesamt|sum)$/.test(key)) return 'total duration';
  return /^detection$/.test(key) ? 'time to detect' : key;
}

const totalRow = /^(?:grand )?(?:totals?|sum|overall|gesamt|summe|somme)\b/;

/** The total under a table of outages, as a stated downtime. Only beside a column of lengths. */
function addTotal(table: Table, { text, kind, into }: Collect): void {
  const columns = table.header.cells.map((cell) => headingKey(text.slice(cell.from, cell.to)));
  const length = columns.findIndex((key) => /duration|length|downtime|minutes|dauer|durée/.test(key));
  if (length < 0 || columns.length < 3 || !columns.some((key) => /^(?:start|from|begin)/.test(key))) return;
  const last = table.rows.at(-1);
  const cell = last?.cells[length];
  const label = last?.cells.find(({ from, to }) => to > from);
  if (!cell || !label || !totalRow.test(headingKey(text.slice(label.from, label.to)))) return;
  const unit = /minutes/.test(columns[length] ?? '') ? ' minutes' : '';
  const value = plainText(text.slice(cell.from, cell.to));
  into.push({
    key: 'total downtime',
    name: 'Total',
    value: /\p{L}/u.test(value) ? value : value + unit,
    origin: 'table',
    kind,
    from: cell.from,
    to: cell.to,
  });
}

/** A table with one row whose headings are labels: `Started | Detected | Resolved | Duration`. */
function addColumns(table: Table, { text, kind, into }: Collect): boolean {
  const names = table.header.cells.map((cell) => plainText(text.slice(cell.from, cell.to)));
  if (names.filter((name) => conceptOf(labelKey(name))).length < 2) return false;
  for (const [index, cell] of (table.rows[0]?.cells ?? []).entries()) {
    const name = names[index];
    if (name === undefined || name === '' || cell.to === cell.from) continue;
    into.push({
      key: labelKey(name),
      name,
      value: plainText(text.slice(cell.from, cell.to)),
      origin: 'table',
      kind,
      from: cell.from,
      to: cell.to,
    });
  }
  return true;
}

/** A column that holds what was aimed at, and one that holds what came of it. */
const aimed =
  /\b(?:targets?|thresholds?|goals?|objectives?|limits?|sl[ao]|criteri(?:on|a)|allowed|planned|expected|ziel|soll|objectif|objetivo)\b/;
const actual =
  /^(?:actual|results?|measured|values?|achieved|this (?:incident|time)|observed|ist|ist wert|valeur|valor|real)\b/;

/** Which column of a table of labels holds their values: the second, unless that is a target; undefined when there is none. */
function valueColumn(table: Table, text: string): number | undefined {
  const names = table.header.cells.map((cell) => labelKey(text.slice(cell.from, cell.to)));
  const stated = names.findIndex((name, index) => index > 0 && actual.test(name) && !aimed.test(name));
  if (stated > 0) return stated;
  if (names.length > 3 || isComparison(table, text)) return undefined;
  return aimed.test(names[1] ?? '') ? undefined : 1;
}

/** `| | 31 Jan 2024 | 31 Jan 2025 |`: values of several days or years side by side. */
const period =
  /^\W{0,3}(?:\d{1,2}\.? \p{L}{3,9}\.?(?: \d{4})?|\p{L}{3,9}\.? (?:\d{1,2},? )?\d{4}|(?:19|20)\d\d(?:-\d\d){0,2}|q[1-4](?: \d{4})?)\W{0,3}$/iu;

function isComparison(table: Table, text: string): boolean {
  const [, first, second] = table.header.cells;
  return [first, second].every((cell) => cell !== undefined && period.test(text.slice(cell.from, cell.to)));
}

/** A form with numbered fields, `No. | Field | Content`: its labels stand in the second column. */
function isNumbered(table: Table, text: string): boolean {
  const cellOf = (row: Row, index: number) => {
    const cell = row.cells[index];
    return cell ? plainText(text.slice(cell.from, cell.to)) : '';
  };
  if (table.header.cells.length !== 3 || !table.rows.every((row) => /^\W?\d{1,3}\W?$/.test(cellOf(row, 0))))
    return false;
  return table.rows.filter((row) => conceptOf(labelKey(cellOf(row, 1))) !== undefined).length > 1;
}

/** Labels of a table of label and value: two columns, or more with one that holds the measured values. */
export function addTable(table: Table, { text, kind, into }: Collect): void {
  const width = table.header.cells.length;
  if (table.rows.length === 1 && addColumns(table, { text, kind, into })) return;
  addTotal(table, { text, kind, into });
  const numbered = isNumbered(table, text);
  const column = numbered ? 2 : valueColumn(table, text);
  if (width < 2 || width > 6 || column === undefined) return;
  const head = table.header.cells[column];
  const lengths = /duration|time|minutes|length|how long|dauer|durée|duración|durata|duração|duur/.test(
    labelKey(text.slice(head?.from, head?.to)),
  );
  for (const row of [table.header, ...table.rows]) {
    const [first, second] = [row.cells[numbered ? 1 : 0], row.cells[column]];
    if (!first || !second || second.to === second.from || first.to - first.from > 80) continue;
    const name = plainText(text.slice(first.from, first.to)).replace(/[:?]\s*$/, '');
    if (name === '' || !/\p{L}/u.test(name)) continue;
    into.push({
      key: lengths ? lengthKey(labelKey(name)) : labelKey(name),
      name,
      value: plainText(text.slice(second.from, second.to)),
      origin: 'table',
      kind,
      from: second.from,
      to: second.to,
    });
  }
}
