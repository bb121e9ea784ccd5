import { words } from '../../words/index.ts';
import type { ImportRow } from './row.ts';

/** One cell (RFC 4180). A spreadsheet takes what begins like a formula for one, so that gets an apostrophe before it. */
function cell(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const lineOf = (row: ImportRow): string =>
  [
    row.path,
    row.state,
    row.key,
    row.template,
    row.confidence?.toFixed(2),
    row.values,
    row.parts,
    row.unbound?.map(({ heading, line }) => `${heading} (${line})`).join('; '),
    row.errors,
    row.otherFindings,
    row.repaired,
    row.why,
  ]
    .map(cell)
    .join(',');

/** The report as a table for spreadsheets; the mark at its start tells them that it is UTF-8. */
export const csvOf = (rows: readonly ImportRow[]): string =>
  `\uFEFF${[words.import.csvHeads.join(','), ...rows.map(lineOf)].join('\r\n')}\r\n`;

/** Has the browser save the report. */
export function saveCsv(rows: readonly ImportRow[]): void {
  const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = words.import.csvName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
