import type { Row, Table } from '../markdown/blocks.ts';
import { headingKey } from '../markdown/heading-key.ts';
import { plainText } from '../markdown/plain.ts';
import type { DateParts } from '../values/date.ts';
import { firstMoment } from '../values/time.ts';
import type { Entry } from './entry.ts';
import { conceptOf } from './label-concepts.ts';
import { labelKey } from './labels.ts';
import { relativeAt } from './relative-time.ts';
import { cellText, type Column, columnsOf, hasMoment, textColumn } from './table-columns.ts';
import { windowEntries } from './windows.ts';

const milestoneColumn =
  /^(?:start(?:ed)?|began|detected|acknowledged|mitigated|resolved|ended|end|declared|recovered|closed)(?: (?:at|time|on))?$/;

type Layout = { columns: (Column | undefined)[]; moments: number[]; words: number; end: number };

/** `Review with the vendor (Tue 20 May) | 11:00`: a row of another day may say so behind its words. */
function dayBehind(words: string): DateParts | undefined {
  if (!words.endsWith(')')) return undefined;
  const inside = words.slice(words.lastIndexOf('(') + 1, -1).trim();
  const date = inside.length < 30 && /\d/.test(inside) ? firstMoment(inside, {}, 0, 0)?.date : undefined;
  return date?.month !== undefined && date.to === inside.length ? date : undefined;
}

function rowEntry(row: Row, { columns, moments, words, end }: Layout, text: string, group: number): Entry | undefined {
  const cell = (index: number) => (index < 0 ? '' : cellText(row, index, text));
  const written = moments.map(cell).filter((value) => value !== '');
  const until = cell(end);
  const told = plainText(written.join(' ') + (/\d/.test(until) ? ` - ${until}` : ''));
  const mention = relativeAt(told) ?? firstMoment(told, { column: true });
  if (!mention) return undefined;
  const day = mention.clock && !mention.date ? dayBehind(cell(words)) : undefined;
  const phaseColumn = columns.indexOf('phase') === words ? -1 : columns.indexOf('phase');
  const notes = columns
    .map((column, index) =>
      index === words || (column !== undefined && column !== 'notes' && column !== 'duration' && column !== 'text')
        ? ''
        : cell(index),
    )
    .filter((value) => value !== '');
  const [actor, phase] = [cell(columns.indexOf('actor')), cell(phaseColumn)];
  return {
    mention: day ? { ...mention, date: day } : mention,
    ...(day ? { aside: true as const } : {}),
    written: [...written, until].join(' ').trim(),
    text: cell(words),
    from: row.from,
    to: row.to,
    group,
    source: 'table',
    ...(actor === '' ? {} : { actor }),
    ...(phase === '' ? {} : { phase }),
    ...(notes.length === 0 ? {} : { notes: notes.join(' · ') }),
  };
}

/** Rows whose first cell is a label: a table of facts (`Start time | 14:02 UTC`), not a timeline. */
const isLabelRow = (row: Row, text: string): boolean => conceptOf(labelKey(cellText(row, 0, text))) !== undefined;

/** A table of moments by name: its rows that are no labels are events all the same. */
const nameColumn = /^(?:milestones?|moments?|key moments?|events?|phase|step|stage|key events?|what)$/;

/**
 * Entries of a table with a time column; none when it has no such column, or its times are due dates. Rows of a table of outages
 * (`windows`: start and end columns outside a timeline, or beside a duration) give two entries each.
 */
export function tableEntries(table: Table, text: string, group: number, timeline: boolean): Entry[] {
  const columns = columnsOf(table, text);
  const moments = columns.flatMap((column, index) => (column === 'moment' ? [index] : []));
  if (moments.length === 0 || columns.includes('planned')) return [];
  const keys = table.header.cells.map((cell) => headingKey(text.slice(cell.from, cell.to)));
  const milestoneColumns = keys.filter((key) => milestoneColumn.test(key)).length;
  const end = columns.indexOf('end');
  const windows = end >= 0 && (!timeline || columns.includes('duration'));
  if (milestoneColumns > 1 && (!windows || table.rows.length === 1)) return [];
  const labelled = !moments.includes(0) && table.rows.slice(0, 20).filter((row) => isLabelRow(row, text)).length > 1;
  if (labelled && !nameColumn.test(keys[0] ?? '')) return [];
  const layout = { columns, moments, words: textColumn(columns, table, text), end };
  const first = cellText(table.header, moments[0] ?? 0, text);
  const rows =
    moments.length === 1 && hasMoment(first) && /\d:\d\d/.test(first) ? [table.header, ...table.rows] : table.rows;
  const telling = labelled ? rows.filter((row) => !isLabelRow(row, text)) : rows;
  const entries = telling.flatMap((row) => rowEntry(row, layout, text, group) ?? []);
  return windows ? entries.flatMap(windowEntries) : entries;
}
