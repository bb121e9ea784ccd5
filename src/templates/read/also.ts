import type { Block, MarkdownDoc, Row, Table } from '../../markdown/blocks.ts';
import type { Section } from '../../markdown/sections.ts';
import type { Field } from '../../record/catalogue.ts';
import { readMoment } from '../../values/time.ts';
import { absentMark, collectionFields, furtherHeading, keyOf, scalarByWords, wordsOf } from '../also.ts';
import { decode } from '../escape.ts';
import { findLabel, labelKey } from '../outline/label.ts';
import { unitsOf } from '../outline/units.ts';
import { setPath } from '../path.ts';
import type { Leftover } from './found.ts';
import type { RecordBuilder } from './build.ts';
import { typedClaim } from './claim.ts';
import { trimEnd } from './match-line.ts';

type Place = { from: number; to: number };
const headed = (heading: (name: string) => string) =>
  new Map([...collectionFields.keys()].map((name) => [heading(name).toLowerCase(), name]));
const collectionByWords = headed(wordsOf);
const collectionByFurther = headed(furtherHeading);

/** Reads what a writer put under `Also recorded` back into the record. Returns the blocks it cannot read. */
export function readAlso(
  doc: MarkdownDoc,
  list: readonly Section[],
  indexes: readonly number[],
  builder: RecordBuilder,
): Leftover[] {
  const left: Leftover[] = [];
  for (const index of indexes) {
    const section = list[index];
    if (section === undefined) continue;
    const key = section.title.toLowerCase();
    const further = collectionByFurther.get(key);
    const collection = further ?? collectionByWords.get(key);
    const prose = scalarByWords(key);
    const leave = (block: Block) => left.push({ from: block.from, to: block.to, section: index });
    if (prose !== undefined && section.blocks.length > 0) readProse(doc, section, prose, builder);
    else
      for (const block of section.blocks) {
        if (block.type === 'table' && (collection !== undefined || key === 'claims'))
          readTable(doc, block, key === 'claims' ? undefined : collection, further !== undefined, builder);
        else if (block.type !== 'list' || !readScalars(doc, block, builder)) leave(block);
      }
  }
  return left;
}

function readProse(doc: MarkdownDoc, section: Section, field: Field, builder: RecordBuilder): void {
  const { text } = doc.view;
  const from = section.blocks[0]?.from ?? section.to;
  const to = trimEnd(text, from, section.blocks.at(-1)?.to ?? from);
  setPath(builder.record, field.path, text.slice(from, to));
  builder.keep(field.path, { from, to }, 'prose');
}

function readScalars(doc: MarkdownDoc, block: Block, builder: RecordBuilder): boolean {
  const { text } = doc.view;
  let known = false;
  for (const unit of unitsOf([block], text)) {
    const label = unit.type === 'line' ? findLabel(text, unit.from, unit.to) : undefined;
    const field =
      label === undefined ? undefined : scalarByWords(text.slice(unit.from, label.end).replace(/[*:]/g, ''));
    if (label === undefined || field === undefined) continue;
    const from = label.end + (text[label.end] === ' ' ? 1 : 0);
    const value = valueOf(decode(text.slice(from, unit.to), false).trim(), field);
    if (value === undefined) continue;
    setPath(builder.record, field.path, value);
    builder.keep(field.path, { from, to: unit.to }, 'line');
    known = true;
  }
  return known;
}

function readTable(
  doc: MarkdownDoc,
  table: Table,
  collection: string | undefined,
  further: boolean,
  builder: RecordBuilder,
): void {
  const { text } = doc.view;
  const cellText = (cell: Place | undefined) =>
    cell === undefined ? '' : decode(text.slice(cell.from, cell.to), true).trim();
  const keys = table.header.cells.map((cell) => labelKey(text.slice(cell.from, cell.to)));
  const fields = collectionFields.get(collection ?? '') ?? [];
  const columns = keys.map((key) => fields.find((field) => labelKey(wordsOf(keyOf(field))) === key));
  // Ordinals rise from row to row, so that no entry is filled twice.
  let next = 0;
  for (const row of table.rows) {
    if (collection === undefined) {
      const [figure = '', words = ''] = row.cells.map(cellText);
      if (/^[a-z]\w{0,60}$/i.test(figure) && words !== '')
        (builder.record.claims ??= []).push(typedClaim(figure, words, 'label', doc.view.lineOf(row.from)));
      continue;
    }
    const [first, last] = further ? ordinals(cellText(row.cells[0])) : [0, 0];
    if (further && first < next) continue;
    next = last + 1;
    for (let at = first; at <= last; at++) {
      const found = builder.entryAt(collection, further ? at : undefined);
      if (found === undefined) break;
      const { entry, index } = found;
      fillEntry(text, row, columns, { entry, path: `${collection}[${index}]` }, builder);
      if (!further && collection === 'timeline') entry['line'] = doc.view.lineOf(row.from);
    }
  }
}

/** First and last index of `3` or `3-9`; an empty range for anything else. */
function ordinals(words: string): [number, number] {
  const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(words);
  if (match === null) return [0, -1];
  const first = Number(match[1]) - 1;
  return [first, match[2] === undefined ? first : Number(match[2]) - 1];
}

function fillEntry(
  text: string,
  row: Row,
  columns: readonly (Field | undefined)[],
  { entry, path }: { entry: { [key: string]: unknown }; path: string },
  builder: RecordBuilder,
): void {
  columns.forEach((field, column) => {
    const cell = row.cells[column];
    const raw = cell === undefined ? '' : text.slice(cell.from, cell.to);
    if (field === undefined || cell === undefined || raw === '') return;
    if (raw === absentMark) delete entry[keyOf(field)];
    else {
      assign(entry, field, decode(raw, true).trim());
      builder.keep(`${path}.${keyOf(field)}`, cell, 'cell');
    }
  });
}

function assign(entry: { [key: string]: unknown }, field: Field, words: string): void {
  const value = valueOf(words, field);
  if (value === undefined) return;
  if (field.path === 'timeline.time') Object.assign(entry, value);
  else entry[keyOf(field)] = value;
}

function valueOf(words: string, field: Field): unknown {
  if (words === '') return undefined;
  if (field.kind === 'flag') return words === 'yes';
  return field.kind === 'moment' ? (readMoment(words) ?? { written: words, precision: 'unknown' }) : words;
}
