import { plainText } from '../../markdown/plain.ts';
import type { Row, Table } from '../../markdown/blocks.ts';
import { asks, hintSpans } from './hint.ts';
import { learnKeyValue, looksLikeKeyValue } from './key-value.ts';
import { columnOf } from './item-pattern.ts';
import { constantValue, resolveLabel } from './resolve-label.ts';
import { around, bindable, constantsOf, type LearnState, type Place, propose, slot } from './state.ts';
import { collections } from './vocabulary/collections.ts';

/** A table's collection and the field of each column. */
type Columns = { collection: string; fields: (string | undefined)[] };

/** Learns a table: label and value rows, or entries of a collection by its column headings. */
export function learnTable(table: Table, place: Place, state: LearnState): boolean {
  const titles = table.header.cells.map(({ from, to }) => state.text.slice(from, to));
  const columns = chooseColumns(titles, place);
  if (columns === undefined || (columns.collection !== place.topic.collection && looksLikeKeyValue(table, state))) {
    if (looksLikeKeyValue(table, state)) return learnKeyValue(table, place, state);
    if (columns === undefined) return noteUnknown(table, titles, state);
  }
  const { collection, fields } = columns;
  const sampled = table.rows[0];
  const strange = fields.findIndex(
    (field, index) => field === undefined && sampled !== undefined && /\p{L}/u.test(cellText(sampled, index, state)),
  );
  if (strange >= 0 && fields.filter((field) => field !== undefined).length < 2)
    return noteUnknown(table, titles, state);
  titles.forEach((title, index) => noteColumn(title, index, table, columns, state));
  const rows: string[] = [];
  const isFixed = (row: Row): boolean => isFixedRow(row, columns, state);
  for (const row of table.rows.filter(isFixed)) rows.push(fixedRow(row, columns, state));
  if (!table.rows.some(isFixed) || ['roles', 'signoffs'].includes(collection)) {
    const sample = table.rows.find((row) => !isFixed(row) && !isTotal(row, state)) ?? table.rows[0];
    rows.push(repeatRow(sample, columns, place, state));
  }
  if (table.rows.some((row) => isTotal(row, state))) rows.push(totalRow(fields));
  const first = table.rows[0];
  const last = table.rows.at(-1);
  if (first === undefined || last === undefined)
    state.edits.push({ from: table.to, to: table.to, text: `\n${rows.join('\n')}` });
  else state.edits.push({ from: first.from, to: last.to, text: rows.join('\n') });
  return true;
}

/** The collection that explains the columns best: the heading's own, if it explains any, or one that explains most. */
function chooseColumns(titles: string[], place: Place): Columns | undefined {
  const named = titles.filter((title) => plainText(title) !== '').length;
  if (named === 0) return undefined;
  const own = place.topic.collection;
  if (own !== undefined) {
    const fields = mapColumns(titles, own);
    const count = fields.filter((field) => field !== undefined).length;
    if (fields.includes(collections[own]?.main) && (count * 2 >= named || count >= 2))
      return { collection: own, fields };
    if (count > 0 && own === 'timeline' && fields.includes('time')) return { collection: own, fields };
  }
  let best: Columns | undefined;
  let bestCount = 1;
  for (const [collection, { main }] of Object.entries(collections)) {
    const fields = mapColumns(titles, collection);
    const count = fields.filter((field) => field !== undefined).length;
    const least = collection === 'timeline' ? fields.includes('time') : fields.includes(main);
    if (!least || count <= bestCount || count < named * 0.75) continue;
    if (place.topic.known && own === undefined && place.topic.name !== 'impact' && count < named) continue;
    [best, bestCount] = [{ collection, fields }, count];
  }
  return best;
}

function mapColumns(titles: string[], collection: string): (string | undefined)[] {
  const taken = new Set<string>();
  const fields = titles.map((title) => {
    const field = plainText(title) === '' ? undefined : columnOf(collection, plainText(title), taken);
    if (field !== undefined) taken.add(field);
    return field;
  });
  const text = collections[collection]?.main ?? 'text';
  if (collection !== 'timeline' || taken.has(text) || !taken.has('notes')) return fields;
  return fields.map((field) => (field === 'notes' ? text : field));
}

function noteColumn(title: string, index: number, table: Table, columns: Columns, state: LearnState): void {
  const field = columns.fields[index];
  const name = plainText(title);
  const at = table.header.cells[index]?.from ?? table.from;
  const path = field === undefined ? undefined : field === 'claim' ? 'claims' : `${columns.collection}.${field}`;
  if (path === undefined || !(bindable(path) || path === 'claims')) {
    const reason = `An entry of ${columns.collection} has no field for the column "${name}"; it is kept with its row.`;
    propose(state, at, { path: null, kind: 'column', confidence: 0, reason });
    return;
  }
  propose(state, at, {
    path,
    kind: 'column',
    confidence: 0.85,
    reason: `the column "${name}" of ${columns.collection}`,
  });
}

const cellText = (row: Row, index: number, state: LearnState): string => {
  const cell = row.cells[index];
  return cell === undefined ? '' : state.text.slice(cell.from, cell.to);
};

/** A row whose own name stands there and whose other cells are to fill: `| Scribe | |`. */
function isFixedRow(row: Row, { collection, fields }: Columns, state: LearnState): boolean {
  const key = fields.indexOf(collections[collection]?.fixedBy ?? '-');
  if (key < 0) return false;
  const name = cellText(row, key, state);
  if (name === '' || hintSpans(name).length > 0 || asks(name)) return false;
  if (collection === 'metrics') return false;
  return (
    row.cells.some(({ from, to }, index) => index !== key && asks(state.text.slice(from, to))) ||
    collection === 'targets'
  );
}

const isTotal = (row: Row, state: LearnState): boolean => /^\**(?:grand )?total\b/i.test(cellText(row, 0, state));

function totalRow(fields: (string | undefined)[]): string {
  const at = fields.indexOf('amount');
  return `| ${fields.map((_, index) => (index === 0 ? '**Total**' : index === at ? '**{{claims.costTotal}}**' : '')).join(' | ')} |`;
}

function fixedRow(row: Row, { collection, fields }: Columns, state: LearnState): string {
  const key = fields.indexOf(collections[collection]?.fixedBy ?? '-');
  const name = cellText(row, key, state);
  const binding = collection === 'targets' ? resolveLabel(name, '', around(state, 'metrics')) : undefined;
  const figure = binding?.path.startsWith('claims.') === true ? binding.path.slice(7) : undefined;
  const constant = constantsOf(collection, { [fields[key] ?? '']: figure ?? constantValue(name) });
  const cells = fields.map((field, index) => {
    if (index === key) return `${name}${constant}`;
    if (field === 'claim') return figure === undefined ? '' : slot(`claims.${figure}`);
    return field === undefined ? '' : slot(`${collection}.${field}`);
  });
  return `| ${cells.join(' | ')} |`;
}

function repeatRow(sample: Row | undefined, { collection, fields }: Columns, place: Place, state: LearnState): string {
  const own = place.topic.collection === collection ? place.topic.constants : undefined;
  let constants = constantsOf(collection, own);
  const cells = fields.map((field, index) => {
    if (field === undefined || field === 'claim') return '';
    const text = sample === undefined ? '' : cellText(sample, index, state);
    const mark = /^`[^`]{0,300}`$/.test(text) ? '`' : '';
    const cell = `${constants}${mark}${slot(`${collection}.${field}`)}${mark}`;
    constants = '';
    return cell;
  });
  return `| ${cells.join(' | ')} |`;
}

function noteUnknown(table: Table, titles: string[], state: LearnState): boolean {
  const asked = table.rows.some((row) => row.cells.some(({ from, to }) => asks(state.text.slice(from, to))));
  if (!asked && table.rows.length > 0) return false;
  const reason = `No collection of the record has the columns ${titles.map((title) => `"${plainText(title)}"`).join(', ')}; the table stays text under its heading.`;
  propose(state, table.from, { path: null, kind: 'column', confidence: 0, reason });
  return false;
}
