import type { Row, Table } from '../markdown/blocks.ts';
import { headingKey } from '../markdown/heading-key.ts';
import { plainText } from '../markdown/plain.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { readMoney } from '../values/money.ts';
import type { Placed } from './claims-label.ts';
import type { Note } from './header-fields.ts';
import type { Kind } from './section-kind.ts';
import { cellText } from './table-columns.ts';

/** A list of the record that tables fill: its columns by heading, those it must have, and where such a table may stand. */
type Form = {
  list: 'costs' | 'metrics' | 'systems' | 'serviceLevels' | 'roles' | 'attendees';
  columns: [field: string, pattern: RegExp][];
  required: string[];
  kinds?: Kind[];
  /** Fields by which an item is known again. */
  key?: string[];
  /** Columns whose cells must hold money. */
  money?: string;
};

const forms: Form[] = [
  {
    list: 'metrics',
    columns: [
      ['before', /\b(?:before|baseline|normal|usual|vorher|avant)\b/],
      ['during', /\b(?:during|peak|worst|incident|während|pendant)\b/],
      ['after', /\b(?:after|recovered|current|now|nachher|après)\b/],
      ['name', /^(?:metric|measure|indicator|kpi|signal|name|service|endpoint|what|kennzahl|métrique|)$/],
    ],
    required: ['name', 'before', 'during'],
  },
  {
    list: 'serviceLevels',
    columns: [
      ['target', /\b(?:target|objective|slo|goal|agreed|threshold)$/],
      ['value', /\b(?:actual|value|during|achieved|measured|current|observed)\b/],
      ['p95', /^p95/],
      ['p99', /^p99/],
      ['indicator', /\b(?:indicator|sli|metric|service level|measure)\b|^slo$|^name$/],
    ],
    required: ['indicator', 'target', 'value'],
    key: ['indicator'],
    kinds: ['impact', 'metrics', 'summary', 'header', 'other', 'reference'],
  },
  {
    list: 'systems',
    columns: [
      ['downtime', /\b(?:downtime|outage|duration|unavailab\w*)\b/],
      ['recoveryTime', /\b(?:recover\w*|restored?)\b/],
      ['impactLevel', /\b(?:impact|level|effect|severity|status|degradation)\b/],
      ['name', /^(?:(?:affected |impacted )?(?:systems?|services?|components?|applications?|products?))$|^name$/],
    ],
    required: ['name', 'impactLevel'],
    kinds: ['impact', 'summary', 'header', 'other', 'metrics'],
  },
  {
    list: 'costs',
    columns: [
      ['category', /./],
      ['amount', /\b(?:amount|cost|costs|sum|value|estimate|price|betrag|kosten|montant|coût|usd|eur|gbp)\b/],
      ['notes', /\b(?:notes?|comments?|basis|remarks?|details|how|explanation)\b/],
    ],
    required: ['category', 'amount'],
    kinds: ['impact', 'metrics', 'summary', 'header', 'other', 'rootCause', 'resolution'],
    money: 'amount',
  },
  {
    list: 'roles',
    columns: [
      ['role', /^(?:role|function|rolle|rôle|position)$/],
      ['name', /^(?:name|person|who|people|assigned to|names?)$/],
    ],
    required: ['role', 'name'],
    key: ['role', 'name'],
    kinds: ['people', 'header', 'other', 'summary'],
  },
];

const isSame = (a: { [field: string]: string }, b: { [field: string]: string }, key: string[]): boolean =>
  key.every((field) => a[field]?.toLowerCase() === b[field]?.toLowerCase());

const totalRow = /^\W{0,6}(?:grand |sub-?|overall )?total(?![a-z])/i;

/** Which field each column fills; undefined when the table is of another form. */
function layoutOf(form: Form, table: Table, text: string): string[] | undefined {
  const open = new Map(form.columns);
  const fields = table.header.cells.map((_, index) => {
    const key = headingKey(cellText(table.header, index, text));
    const field = [...open].find(([, pattern]) => pattern.test(key))?.[0] ?? '';
    open.delete(field);
    return field;
  });
  if (fields.includes('') || form.required.some((field) => !fields.includes(field))) return undefined;
  if (form.money === undefined) return fields;
  const at = fields.indexOf(form.money);
  const filled = table.rows
    .slice(0, 30)
    .map((row) => cellText(row, at, text))
    .filter((cell) => cell !== '');
  const paid = filled.filter((cell) => readMoney(plainText(cell)) !== undefined).length;
  return paid > 0 && paid * 2 >= filled.length ? fields : undefined;
}

/** A printed total: a claim, never a line of cost. */
function totalClaim(row: Row, at: number, text: string, line: number): Placed | undefined {
  const cell = row.cells[at];
  const words = cell ? plainText(text.slice(cell.from, cell.to)) : '';
  const money = readMoney(words);
  if (!cell || !money) return undefined;
  const claim = {
    figure: 'costTotal',
    value: money.amount,
    unit: money.currency,
    text: words,
    origin: 'table' as const,
    line,
  };
  return { claim, from: cell.from, to: cell.to };
}

/** What a table gives: true when a list of the record holds all of it, and the total it prints. */
export type TableReading = { held: boolean; claims: Placed[] };

/**
 * Puts a table into the list of the record whose columns it has (costs, metrics before and during, affected systems, service levels,
 * roles). A table with a column that no list has is left alone.
 */
export function fillFromTable(
  record: PostmortemRecord,
  table: Table,
  kind: Kind,
  text: string,
  tell: { note: Note; lineOf: (offset: number) => number },
): TableReading {
  for (const form of forms) {
    if (form.kinds && !form.kinds.includes(kind)) continue;
    const fields = layoutOf(form, table, text);
    if (!fields) continue;
    const claims: Placed[] = [];
    const list = (record[form.list] ??= []) as { [field: string]: string }[];
    for (const row of table.rows) {
      const total = form.list === 'costs' && totalRow.test(plainText(cellText(row, fields.indexOf('category'), text)));
      const claim = total ? totalClaim(row, fields.indexOf('amount'), text, tell.lineOf(row.from)) : undefined;
      if (claim) {
        claims.push(claim);
        continue;
      }
      const item: { [field: string]: string } = {};
      for (const [index, field] of fields.entries()) {
        const value = plainText(cellText(row, index, text));
        if (value !== '') item[field] = value;
      }
      if (Object.keys(item).length === 0) continue;
      // A row may be stated as a label already: it is the same item.
      const known = form.key === undefined ? -1 : list.findIndex((other) => isSame(other, item, form.key ?? []));
      if (known < 0) list.push(item);
      else Object.assign(list[known] ?? {}, item);
      tell.note(`${form.list}[${known < 0 ? list.length - 1 : known}]`, row.from, row.to);
    }
    return { held: true, claims };
  }
  return { held: false, claims: [] };
}
