import { firstMoment } from '../../../src/values/time.ts';
import { isoDay } from '../../../src/values/date.ts';
import { momentAt, type TimeContext } from '../field/time-input.ts';
import type { FieldValues } from '../../../src/record/value-at.ts';
import { entryOf, fieldsFor, isBox, readCell } from './cell-value.ts';
import type { Column } from './columns.ts';

/** What was understood of a pasted row: fields, and the cells that hold no time though they should. */
export type PastedRow = { set: FieldValues; wrong: string[] };

const ticked = /^(?:x|✓|✔|✅|yes|true|done|\[x\])$/i;
const delimiter = /^\s*\|?(?:\s*:?-{1,200}:?\s*\|)+\s*(?::?-{1,200}:?\s*)?$/;
const bullet = /^\s*(?:[-*+•]|\d{1,3}[.)](?=\s))\s*(?:\[[ xX]\]\s)?/;

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The cells of a row of a Markdown table; an escaped bar is part of its cell. */
function markdownCells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replaceAll(/<br\s?\/?>/gi, '\n'),
  );
}

/** What parts the cells of spreadsheets and of files from other programs; quotes stand around cells with line breaks in them. */
const cellsBetween = {
  '\t': /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y,
  ',': /"((?:[^"]|"")*)"(?=[,\n]|$)|([^,\n]*)/y,
  ';': /"((?:[^"]|"")*)"(?=[;\n]|$)|([^;\n]*)/y,
};

function rowsBetween(text: string, separator: keyof typeof cellsBetween): string[][] {
  const rows: string[][] = [[]];
  const cell = cellsBetween[separator];
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (found === null) break;
    rows.at(-1)?.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    at = cell.lastIndex;
    if (text[at] === '\n') rows.push([]);
    at += 1;
  }
  return rows;
}

function cellRows(text: string): string[][] | undefined {
  const lines = text.split('\n');
  if (lines.filter((line) => line.trim().startsWith('|')).length > lines.length / 2)
    return lines.filter((line) => line.includes('|') && !delimiter.test(line)).map(markdownCells);
  return text.includes('\t') ? rowsBetween(text, '\t') : undefined;
}

/** Which column each cell is of: by a heading row where there is one, else in order. */
function columnsOf(
  first: readonly string[],
  columns: readonly Column[],
): { order: (Column | undefined)[]; headed: boolean } {
  const named = first.map((cell) => {
    const name = bare(cell);
    return columns.find(
      ({ key, title }) => name !== '' && (bare(key) === name || bare(title) === name || bare(title).startsWith(name)),
    );
  });
  const headed = named.filter(Boolean).length * 2 >= first.filter((cell) => cell !== '').length;
  return headed ? { order: named, headed } : { order: [...columns], headed };
}

/** Cells with commas or semicolons between them; only below a heading that names columns, since sentences have both, too. */
function separatedRows(text: string, columns: readonly Column[]): string[][] | undefined {
  return ([',', ';'] as const)
    .map((separator) => rowsBetween(text, separator))
    .find(([first = [], ...rest]) => first.length > 1 && rest.length > 0 && columnsOf(first, columns).headed);
}

function readRow(cells: readonly (readonly [Column, string])[], context: TimeContext): PastedRow {
  const row: PastedRow = { set: {}, wrong: [] };
  for (const [column, text] of cells) {
    if (text === '') continue;
    const read = isBox(column) ? { set: fieldsFor(column, ticked.test(text)) } : readCell(column, text, context);
    if ('set' in read) Object.assign(row.set, read.set);
    else {
      row.wrong.push(text);
      if (column.key === 'time') Object.assign(row.set, { written: text, precision: 'unknown' });
    }
  }
  return { ...row, set: entryOf(row.set) };
}

const dayIn = ({ set }: PastedRow): string | undefined => (set['at'] as string | undefined)?.slice(0, 10);

function fromCells(rows: readonly string[][], columns: readonly Column[], context: TimeContext): PastedRow[] {
  const { order, headed } = columnsOf(rows[0] ?? [], columns);
  let { day } = context;
  return rows.slice(headed ? 1 : 0).map((cells) => {
    const pairs = cells.flatMap((cell, index) => {
      const column = order[index];
      return column === undefined ? [] : [[column, cell] as const];
    });
    const row = readRow(pairs, { ...context, day });
    day = dayIn(row) ?? day;
    return row;
  });
}

/** Where the time at the start of a line ends, and the text begins. */
const openingLetters = 6;

function fromLines(lines: readonly string[], columns: readonly Column[], context: TimeContext): PastedRow[] {
  const time = columns.find(({ field }) => field === 'moment');
  const text =
    columns.find(({ key, field }) => key === 'text' || field === 'prose') ??
    columns.find((column) => !isBox(column) && column !== time);
  if (text === undefined) return [];
  let { day } = context;
  return lines.flatMap((line) => {
    const stripped = time !== undefined && /^\s*\d/.test(line) ? line.trim() : line.replace(bullet, '').trim();
    const mention = time && firstMoment(stripped, { column: true }, 0, openingLetters);
    if (time === undefined || mention === undefined) return [{ set: { [text.key]: stripped }, wrong: [] }];
    const written = stripped.slice(0, mention.to).replace(/^[^\p{L}\p{N}]+/u, '');
    const rest = stripped.slice(mention.to).replace(/^[\s\])*:–—|-]{1,8}/u, '');
    const own = mention.date && mention.clock === undefined ? isoDay(mention.date) : undefined;
    if (rest === '' && own !== undefined) {
      day = own;
      return [];
    }
    const moment = momentAt(mention, written, { ...context, day });
    day = moment.at?.slice(0, 10) ?? day;
    const wrong = moment.at === undefined ? [written] : [];
    return [{ set: entryOf({ ...fieldsFor(time, moment), [text.key]: rest }), wrong }];
  });
}

/**
 * Rows of a list from what somebody pasted: cells of a spreadsheet, a Markdown table, a file with commas, or lines that may begin with
 * a time. A line that is only a day gives it to those below.
 */
export function readPasted(pasted: string, columns: readonly Column[], context: TimeContext): PastedRow[] {
  const text = pasted.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim();
  const cells = (cellRows(text) ?? separatedRows(text, columns))?.filter((row) => row.some((cell) => cell !== ''));
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = cells === undefined ? fromLines(lines, columns, context) : fromCells(cells, columns, context);
  return rows.filter(({ set }) => Object.keys(set).length > 0);
}
