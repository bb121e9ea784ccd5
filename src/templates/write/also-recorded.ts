import type { Field } from '../../record/catalogue.ts';
import type { Moment } from '../../record/moment.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import {
  absentMark,
  alsoHeading,
  collectionFields,
  furtherHeading,
  keyOf,
  ordinalColumn,
  scalarFields,
  wordsOf,
} from '../also.ts';
import { encode, shieldFirst } from '../escape.ts';
import { getPath } from '../path.ts';
import { slotsOf } from '../outline/walk.ts';
import type { Template } from '../template.ts';
import { fitProse } from './prose-text.ts';
import { entriesOf, type Entry, sameWord } from './select.ts';
import { momentText } from './text-of.ts';
import type { Writer } from './writer.ts';

/** Everything stated that the template has no place for: scalars as a list, prose under headings, entries as tables. */
export function alsoRecorded(record: PostmortemRecord, template: Template, writer: Writer): string {
  const parts = [
    scalars(record, template, writer),
    claimTable(writer),
    ...[...collectionFields.keys()].flatMap((name) => [
      homeless(record, template, writer, name),
      further(record, template, writer, name),
    ]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `\n## ${alsoHeading}\n\n${parts.join('\n')}`;
}

function scalars(record: PostmortemRecord, template: Template, writer: Writer): string {
  let lines = '';
  let prose = '';
  for (const field of scalarFields) {
    if (template.paths.has(field.path) && !writer.homelessProse.includes(field.path)) continue;
    const value = getPath(record, field.path);
    const text = value === undefined ? '' : textOf(value, field);
    if (text === '') continue;
    const short = field.kind !== 'prose';
    if (short) lines += `- **${wordsOf(field.path)}**: ${encode(text, false, false)}\n`;
    else prose += `### ${wordsOf(field.path)}\n\n${fitProse(text, 3)}\n\n`;
  }
  return [lines, prose].filter((part) => part !== '').join('\n');
}

function claimTable(writer: Writer): string {
  const claims = writer.source.unwritten();
  if (claims.length === 0) return '';
  return table(
    'Claims',
    ['Figure', 'Text'],
    claims.map(({ figure, text }) => [figure, encode(text, true, false)]),
  );
}

/** Entries that fit no table or list of the template. */
function homeless(record: PostmortemRecord, template: Template, writer: Writer, name: string): string {
  const all = entriesOf(record, name);
  if (all.length === 0) return '';
  const known = template.repeats.has(name);
  const entries = known ? (writer.selection.homeless.get(name) ?? []).map((index) => all[index] as Entry) : [...all];
  const fields = (collectionFields.get(name) ?? []).filter((field) =>
    entries.some((entry) => entryText(entry, field) !== ''),
  );
  if (fields.length === 0) return '';
  const rows = entries.map((entry) => fields.map((field) => cell(entryText(entry, field))));
  return table(
    wordsOf(name),
    fields.map((field) => wordsOf(keyOf(field))),
    rows,
  );
}

/** Fields of written entries that their table or list does not show. */
function further(record: PostmortemRecord, template: Template, writer: Writer, name: string): string {
  const printed = writer.printed.get(name) ?? [];
  if (printed.length === 0) return '';
  const all = entriesOf(record, name);
  const fields = collectionFields.get(name) ?? [];
  const rows = printed.map(({ index, anchor }, at) => ({
    at,
    missing: missingOf(all[index] as Entry, hiddenOf(template, name, anchor)),
  }));
  if (rows.every(({ missing }) => missing === undefined)) return '';
  const columns = fields.filter((field) => rows.some(({ missing }) => missing?.has(field.path)));
  if (columns.length === 0) return '';
  const lines: { from: number; to: number; cells: string[] }[] = [];
  for (const { at, missing } of rows) {
    if (missing === undefined) continue;
    const cells = columns.map((field) => missing.get(field.path) ?? '');
    const before = lines.at(-1);
    if (before?.to === at && before.cells.join('|') === cells.join('|')) before.to = at + 1;
    else lines.push({ from: at + 1, to: at + 1, cells });
  }
  return table(
    furtherHeading(name),
    [ordinalColumn, ...columns.map((field) => wordsOf(keyOf(field)))],
    lines.map(({ from, to, cells }) => [from === to ? String(from) : `${from}-${to}`, ...cells]),
  );
}

type Hidden = { field: Field; key: string; implied: string | undefined };
const hiddenFields = new WeakMap<Template, Map<number, Hidden[]>>();

/** Fields of a collection that an anchor does not show, or implies by a constant. Worked out once per template. */
function hiddenOf(template: Template, name: string, id: number): Hidden[] {
  let byAnchor = hiddenFields.get(template);
  if (byAnchor === undefined) hiddenFields.set(template, (byAnchor = new Map()));
  let hidden = byAnchor.get(id);
  if (hidden !== undefined) return hidden;
  const anchor = template.repeats.get(name)?.find((repeat) => repeat.id === id);
  const constants = new Map<string, string>();
  const shown = new Set<string>();
  if (anchor !== undefined) {
    for (const slot of slotsOf(anchor)) if (!anchor.constants.includes(slot as never)) shown.add(slot.path);
    for (const { path, values } of anchor.constants) constants.set(path, values[0] ?? '');
  }
  hidden = (collectionFields.get(name) ?? [])
    .filter(({ path }) => !shown.has(path))
    .map((field) => ({ field, key: keyOf(field), implied: constants.get(field.path) }));
  byAnchor.set(id, hidden);
  return hidden;
}

function missingOf(entry: Entry, hidden: readonly Hidden[]): Map<string, string> | undefined {
  let missing: Map<string, string> | undefined;
  for (const { field, key, implied } of hidden) {
    if (implied === undefined && key !== 'time' && entry[key] === undefined) continue;
    const text = entryText(entry, field);
    const mark =
      implied === undefined
        ? text === ''
          ? ''
          : cell(text)
        : sameWord(text, implied)
          ? ''
          : text === ''
            ? absentMark
            : cell(text);
    if (mark !== '') (missing ??= new Map()).set(field.path, mark);
  }
  return missing;
}

const cell = (text: string): string => {
  const coded = encode(text, true, false);
  return coded === absentMark ? shieldFirst(coded) : coded;
};

function entryText(entry: Entry, field: Field): string {
  if (field.path === 'timeline.time') return momentText(entry as unknown as Moment);
  if (field.path === 'timeline.milestone' && entry['inferred'] === true) return '';
  return textOf(entry[keyOf(field)], field);
}

function textOf(value: unknown, field: Field): string {
  if (value === undefined || value === null) return '';
  if (field.kind === 'moment') return momentText(value as Moment);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : '';
}

function table(heading: string, columns: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `|${cells.map((text) => (text === '' ? ' |' : ` ${text} |`)).join('')}\n`;
  return `### ${heading}\n\n${line(columns)}|${' --- |'.repeat(columns.length)}\n${rows.map(line).join('')}`;
}
