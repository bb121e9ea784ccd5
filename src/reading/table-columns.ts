import type { Row, Table } from '../markdown/blocks.ts';
import { headingKey } from '../markdown/heading-key.ts';
import { splitLeading } from './entry.ts';

/** What a column of a timeline table holds. */
export type Column = 'moment' | 'end' | 'text' | 'actor' | 'phase' | 'duration' | 'notes' | 'planned';

const columnWords: [Column, RegExp][] = [
  ['planned', /^(?:due|target|deadline|eta|expected|planned|scheduled|frist|fällig)/],
  ['duration', /duration|elapsed|downtime|minutes|^length|dauer|durée|delta|^t ?\+/],
  [
    'end',
    /^(?:end|ended|to|until|finish|stop|resolved|restored|recovered|ende|fin|bis)\b|^end |(?:end|resolved|resolution) (?:time|date|at)$/,
  ],
  [
    'moment',
    /\b(?:time|date|when|timestamp|clock|day|hour|utc|gmt|start|started|begin|from|at|zeit|uhrzeit|zeitpunkt|datum|heure|hora|hor[aá]rio|fecha|jour|ora|orario|tijd|tijdstip|tid|klokken)\b|zeit$/,
  ],
  ['actor', /^(?:who|actor|owner|person|by|source|responsible|user|name|people|wer|qui|team|author)\b/],
  ['phase', /^(?:phase|stage|milestone|status|state|type|category)\b/],
  [
    'text',
    /event|descript|what|action|detail|activity|message|update|happen|ereignis|beschreibung|événement|evento|descri[zç]|gebeurtenis|händelse|incident|impact|summary|comment|entry/,
  ],
];

/** `2024` below it is no time of day. */
const yearColumn = /^(?:(?:fiscal |tax )?years?|jahr|année|año|anno|ano|season|edition)\b/;

/** Markdown of a cell; empty when the row has none there. */
export const cellText = (row: Row, index: number, text: string): string => {
  const cell = row.cells[index];
  return cell ? text.slice(cell.from, cell.to) : '';
};

/** True for a cell that is a moment, alone. Of four digits only what can begin a time: 3309 is a number. */
export const hasMoment = (value: string): boolean =>
  /\d:\d\d/.test(value) ||
  /^\W{0,3}(?:[01]\d|2[0-4])\d\d\W{0,3}$/.test(value) ||
  splitLeading(value, false)?.text === '';

/** `16.02`: a time where the column says so. */
const dottedTime = /^\W{0,3}(?:[01]?\d|2[0-3])\.[0-5]\d\W{0,3}$/;

/** Column kinds by heading; a column without a telling heading is a time column when most of its cells are moments. */
export function columnsOf(table: Table, text: string): (Column | undefined)[] {
  const width = Math.min(12, Math.max(table.header.cells.length, table.rows[0]?.cells.length ?? 0));
  const rows = table.rows.slice(0, 12);
  return Array.from({ length: width }, (_, index) => {
    const key = headingKey(cellText(table.header, index, text));
    const named = columnWords.find(([, pattern]) => pattern.test(key))?.[0];
    if (named === 'planned' || named === 'duration') return named;
    if (yearColumn.test(key)) return undefined;
    const filled = rows.map((row) => cellText(row, index, text)).filter((value) => value !== '');
    const timed = filled.filter(
      (value) => value.length < 60 && (hasMoment(value) || (named === 'moment' && dottedTime.test(value))),
    ).length;
    if (named === 'end' && timed > 0) return 'end';
    if (timed > 0 && timed * 2 >= filled.length && timed * 3 >= filled.length) return 'moment';
    if (named === 'moment')
      return filled.length === 0 || filled.some((value) => /\d|[?-]{2}/.test(value) && value.length < 40)
        ? 'moment'
        : undefined;
    return named === 'end' ? undefined : named;
  });
}

/** Where the words are: the column named so, else the one with the most text. */
export function textColumn(columns: (Column | undefined)[], table: Table, text: string): number {
  const named = columns.indexOf('text');
  if (named >= 0) return named;
  const sizes = columns.map((column, index) =>
    column !== undefined && column !== 'phase'
      ? -1
      : table.rows.slice(0, 12).reduce((sum, row) => sum + cellText(row, index, text).length, 0),
  );
  return sizes.indexOf(Math.max(...sizes));
}
