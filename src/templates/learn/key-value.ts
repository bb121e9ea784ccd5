import { headingKey } from '../../markdown/heading-key.ts';
import { plainText } from '../../markdown/plain.ts';
import type { Cell, Row, Table } from '../../markdown/blocks.ts';
import { asks, hintSpans } from './hint.ts';
import { type LabelLine, learnLabel } from './label-line.ts';
import { constantValue, resolveLabel } from './resolve-label.ts';
import { around, bind, type LearnState, type Place, propose } from './state.ts';

const generic =
  /^(?:|field|key|item|property|attribute|name|label|value|details?|description|information|info|answer|content|metric|incident summary|incident details?)$/;

/** Is a table a list of labels and values: headings blank or general, or first cells that are labels with cells to fill? */
export function looksLikeKeyValue(table: Table, state: LearnState): boolean {
  const titles = table.header.cells.map((cell) => headingKey(textOf(cell, state)));
  if (titles.length < 2 || titles.length > 6 || table.rows.length === 0) return false;
  const named = table.rows.filter((row) => pairs(row, state).length > 0).length;
  const isGeneral = titles.every((title) => generic.test(title));
  const isHeaderPair = titles.length % 2 === 0 && titles.some((title) => title === '');
  const known = table.rows.filter((row) =>
    pairs(row, state).some(
      ({ name, value }) => resolveLabel(name, value, { topic: 'header', hasLengths: true }) !== undefined,
    ),
  ).length;
  return isGeneral || isHeaderPair
    ? named * 2 >= table.rows.length
    : known * 2 > table.rows.length && titles.length === 2;
}

const textOf = (cell: Cell, state: LearnState): string => state.text.slice(cell.from, cell.to);

/** Label and value cells of a row, two by two. */
function pairs(row: Row, state: LearnState): LabelLine[] {
  const found: LabelLine[] = [];
  for (let index = 0; index + 1 < row.cells.length; index += 2) {
    const [label, value] = [row.cells[index] as Cell, row.cells[index + 1] as Cell];
    const name = plainText(textOf(label, state)).replace(/[:?]\s*$/, '');
    if (name === '' || name.length > 90 || !/\p{L}/u.test(name) || hintSpans(name).length > 0) continue;
    found.push({ name, from: value.from, to: value.to, value: textOf(value, state) });
  }
  return found;
}

/** Binds each row by its label. A number asked for without a field of its own becomes a service metric. */
export function learnKeyValue(table: Table, place: Place, state: LearnState): boolean {
  let found = noteHeader(table, place, state);
  for (const row of table.rows) {
    if (row.cells.length > table.header.cells.length) {
      dropRow(row, state);
      continue;
    }
    const own = pairs(row, state);
    if (own.length === 1 && isMeasure(own[0] as LabelLine, place)) {
      bindMeasure(own[0] as LabelLine, state);
      found = true;
      continue;
    }
    const before = state.edits.length;
    found = learnPairs(own, place, state) || found;
    if (state.edits.length === before) dropRow(row, state);
  }
  return found;
}

/** A row without a placeholder cannot stand in a bound table; read from a document, it is kept as a section of its own. */
function dropRow(row: Row, state: LearnState): void {
  const from = state.text.lastIndexOf('\n', row.from - 1);
  if (from >= 0) state.edits.push({ from, to: row.to, text: '' });
}

/** A row binds one entry of a collection at most, and no entry beside a scalar: the labels that fit, from the left. */
function learnPairs(own: LabelLine[], place: Place, state: LearnState): boolean {
  const nearby = around(state, place.topic.name);
  const bindings = own.map((label) => resolveLabel(label.name, label.value, nearby));
  const isScalar = bindings.some((found) => found?.constants === '' && !found.path.startsWith('claims.'));
  let hasEntry = false;
  let found = false;
  own.forEach((label, index) => {
    const isEntry = (bindings[index]?.constants ?? '') !== '';
    if (isEntry && (isScalar || hasEntry)) {
      const reason = `One row cannot bind a second entry beside "${own[index === 0 ? 1 : 0]?.name ?? ''}"; put "${label.name}" on a row of its own.`;
      propose(state, label.from, { path: null, kind: 'row', confidence: 0, reason });
      return;
    }
    hasEntry ||= isEntry;
    found = learnLabel(label, place, state, 'row') || found;
  });
  return found;
}

/** The heading row may itself be a label and a place: no template can bind it. */
function noteHeader(table: Table, place: Place, state: LearnState): boolean {
  const { cells } = table.header;
  for (let index = 0; index + 1 < cells.length; index += 2) {
    const [label, value] = [cells[index] as Cell, cells[index + 1] as Cell];
    const name = plainText(textOf(label, state));
    if (name === '' || textOf(value, state) !== '' || generic.test(headingKey(name))) continue;
    const binding = resolveLabel(name, '', around(state, place.topic.name));
    if (binding === undefined && cells.length < 4) continue;
    const reason = `"${name}" stands in the table's heading row, which holds no values in Markdown; move it to a row below to bind ${binding?.path ?? 'it'}.`;
    propose(state, label.from, { path: null, kind: 'row', confidence: 0, reason });
  }
  return false;
}

function isMeasure(label: LabelLine, place: Place): boolean {
  const impact = ['impact', 'metrics', 'customers', 'technical', 'serviceMetrics'].includes(place.topic.name);
  if (!impact || !asks(label.value)) return false;
  return resolveLabel(label.name, label.value, { topic: place.topic.name, hasLengths: true }) === undefined;
}

function bindMeasure(label: LabelLine, state: LearnState): void {
  const text = `{{metrics.name=${constantValue(label.name)}}}{{metrics.during}}`;
  const reason = `"${label.name}" is a measure of the impact: a service metric of that name`;
  bind(
    state,
    { from: label.from, to: label.to, text },
    { path: 'metrics.during', kind: 'row', confidence: 0.6, reason },
  );
}
