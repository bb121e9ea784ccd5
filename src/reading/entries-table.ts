import type { Row, Table } from '../markdown/blocks.ts';
import { headingKey } from '../markdown/heading-key.ts';
import { plainText } from '../markdown/plain.ts';
import { findMoments } from '../values/time.ts';
import { type Entry, splitLeading } from './entry.ts';

/** What a column of a timeline table holds. */
type Column = 'moment' | 'end' | 'text' | 'actor' | 'phase' | 'duration' | 'notes' | 'planned';

const columnWords: [Column, RegExp][] = [
  ['planned', /^(?:due|target|deadline|eta|expected|planned|scheduled|frist|fällig)/],
  ['duration', /duration|elapsed|downtime|minutes|^length|dauer|durée|delta|^t ?\+/],
  [
    'end',
    /^(?:end|ended|to|until|finish|stop|resolved|restored|recovered|ende|fin|bis)\b|^end |(?:end|resolved|resolution) (?:time|date|at)$/,
  ],
  [
    'moment',
    /\b(?:time|date|when|timestamp|day|hour|utc|gmt|start|started|begin|from|at|zeit|uhrzeit|zeitpunkt|datum|heure|hora|fecha|jour)\b|zeit$/,
  ],
  ['actor', /^(?:who|actor|owner|person|by|source|responsible|user|name|people|wer|qui|team|author)\b/],
  ['phase', /^(?:phase|stage|milestone|status|state|type|category)\b/],
  [
    'text',
    /event|descript|what|action|detail|activity|message|update|happen|ereignis|beschreibung|événement|evento|incident|impact|summary|comment|entry/,
  ],
];

const milestoneColumn =
  /^(?:start(?:ed)?|began|detected|acknowledged|mitigated|resolved|ended|end|declared|recovered|closed)(?: (?:at|time|on))?$/;

const cellText = (row: Row, index: number, text: string): string => {
  const cell = row.cells[index];
  return cell ? text.slice(cell.from, cell.to) : '';
};

const hasMoment = (value: string): boolean =>
  splitLeading(value, false)?.text === '' || /^\W{0,3}\d{4}\W{0,3}$/.test(value) || /\d:\d\d/.test(value);

/** Column kinds by heading; a column without a telling heading is a time column when most of its cells are moments. */
function columnsOf(table: Table, text: string): (Column | undefined)[] {
  const width = Math.min(12, Math.max(table.header.cells.length, table.rows[0]?.cells.length ?? 0));
  const rows = table.rows.slice(0, 12);
  return Array.from({ length: width }, (_, index) => {
    const key = headingKey(cellText(table.header, index, text));
    const named = columnWords.find(([, pattern]) => pattern.test(key))?.[0];
    if (named === 'planned' || named === 'duration') return named;
    const filled = rows.map((row) => cellText(row, index, text)).filter((value) => value !== '');
    const timed = filled.filter((value) => value.length < 60 && hasMoment(value)).length;
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
function textColumn(columns: (Column | undefined)[], table: Table, text: string): number {
  const named = columns.indexOf('text');
  if (named >= 0) return named;
  const sizes = columns.map((column, index) =>
    column !== undefined && column !== 'phase'
      ? -1
      : table.rows.slice(0, 12).reduce((sum, row) => sum + cellText(row, index, text).length, 0),
  );
  return sizes.indexOf(Math.max(...sizes));
}

/** Entries of a table with a time column; none when it has no such column, or its times are due dates. */
export function tableEntries(table: Table, text: string, group: number): Entry[] {
  const columns = columnsOf(table, text);
  const moments = columns.flatMap((column, index) => (column === 'moment' ? [index] : []));
  if (moments.length === 0 || columns.includes('planned')) return [];
  const keys = table.header.cells.map((cell) => headingKey(text.slice(cell.from, cell.to)));
  if (moments.length > 1 && moments.filter((index) => milestoneColumn.test(keys[index] ?? '')).length > 1) return [];
  const words = textColumn(columns, table, text);
  const end = columns.indexOf('end');
  const headerIsRow =
    moments.length === 1 &&
    hasMoment(cellText(table.header, moments[0] ?? 0, text)) &&
    /\d:\d\d/.test(cellText(table.header, moments[0] ?? 0, text));
  const entries: Entry[] = [];
  for (const row of headerIsRow ? [table.header, ...table.rows] : table.rows) {
    const written = moments.map((index) => cellText(row, index, text)).filter((value) => value !== '');
    const until = end >= 0 && moments.length > 0 ? cellText(row, end, text) : '';
    const whole = plainText(written.join(' ') + (until !== '' && /\d/.test(until) ? ` - ${until}` : ''));
    const mention = findMoments(whole, { column: true })[0];
    if (!mention) continue;
    const rest = columns.flatMap((column, index) => {
      const value =
        index === words || column === 'moment' || column === 'end' || column === 'actor' || column === 'phase'
          ? ''
          : cellText(row, index, text);
      return value === '' ? [] : [columns.length > 3 || column === undefined ? value : value];
    });
    const actor = columns.indexOf('actor') >= 0 ? cellText(row, columns.indexOf('actor'), text) : '';
    const phase =
      columns.indexOf('phase') >= 0 && columns.indexOf('phase') !== words
        ? cellText(row, columns.indexOf('phase'), text)
        : '';
    entries.push({
      mention,
      written: [...written, until]
        .filter((value) => value !== '')
        .join(' ')
        .trim(),
      text: words >= 0 ? cellText(row, words, text) : '',
      from: row.from,
      to: row.to,
      group,
      source: 'table',
      ...(actor === '' ? {} : { actor }),
      ...(phase === '' ? {} : { phase }),
      ...(rest.length === 0 ? {} : { notes: rest.join(' · ') }),
    });
  }
  return entries;
}

/** Windows of several outages: a table with a start and an end column whose heading or section speaks of outages. */
export function isWindowTable(table: Table, text: string): boolean {
  const columns = columnsOf(table, text);
  return columns.includes('end') && columns.includes('moment');
}
