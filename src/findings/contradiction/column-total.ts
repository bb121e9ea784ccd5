import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { formatDuration, readDuration } from '../../values/duration.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { windowCode } from './windows.ts';

const totalLine = /\|[ \t*_]{0,6}(?:(?:grand|overall|sub-?) ?)?(?:total|sum|gesamt|insgesamt|somme|suma)/i;
const totalCell =
  /^[\W_]{0,6}(?:(?:grand|overall|sub-?)\s?)?(?:total|sum|summe|gesamt|insgesamt|somme|totale|suma)(?: (?:downtime|duration|outage|time))?[\W_]{0,6}$/i;
/** The row under the header of a table. */
export const delimiter = /^[\s|:-]+$/;

/** Longer tables are data, and longer lines no rows of a table that somebody added up. */
export const mostRows = 200;
export const longestLine = 2000;

/** Cells of a row without its marks of emphasis. */
export const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.replace(/[*_`]/g, '').trim());

/** Seconds of one column, cell by cell; undefined unless every row states exactly one duration there. */
function columnSeconds(rows: readonly string[][], column: number): number[] | undefined {
  const seconds: number[] = [];
  for (const cells of rows) {
    const read = readDuration(cells[column] ?? '');
    if (read === undefined || read.bound !== undefined || read.upToSeconds !== undefined || read.approximate === true)
      return undefined;
    seconds.push(read.seconds);
  }
  return seconds;
}

const clock = /^\d{1,2}:\d\d$/;
/** Under such a name `07:18` is a time of day: the row of the total then gives the first and the last. */
const timeName = /^(?:from|to|start|end|begin|until|till|at|time|when|von|bis|de|à|da|a)\b/i;

/** A column of clock times is not to be added up: its name says so, or its total is its first or last time. */
function isTimes(name: string, rows: readonly string[][], column: number, total: string): boolean {
  if (!clock.test(total)) return false;
  return timeName.test(name) || rows[0]?.[column] === total || rows.at(-1)?.[column] === total;
}

function against(
  context: Context,
  header: readonly string[],
  rows: readonly string[][],
  total: readonly string[],
  line: number,
): Finding[] {
  return total.flatMap((cell, column) => {
    const stated = cell === '' || totalCell.test(cell) ? undefined : readDuration(cell);
    if (stated === undefined || stated.bound !== undefined || stated.approximate === true) return [];
    if (isTimes(header[column] ?? '', rows, column, cell)) return [];
    const seconds = columnSeconds(rows, column);
    if (seconds === undefined || seconds.length < 2) return [];
    const sum = seconds.reduce((all, value) => all + value, 0);
    if (Math.abs(sum - stated.seconds) <= 30 * seconds.length) return [];
    const message = say`The total is stated as ${quote(cell)}, but the ${seconds.length} rows above it sum to ${formatDuration(sum)}.`;
    return context.report(windowCode, { message, line, cites: [`line ${line}`] });
  });
}

/** A row called total under a column of durations, in any table of the document, against the sum of the column. */
export const columnTotal: Check = {
  codes: [],
  run(context) {
    if (context.source === undefined || !totalLine.test(context.source)) return [];
    const findings: Finding[] = [];
    let [header, rows]: [string[], string[][] | undefined] = [[], undefined];
    for (const [index, text] of context.lines.entries()) {
      const isRow = text.length <= longestLine && /^[ \t]{0,9}\|/.test(text);
      if (!isRow || rows?.length === mostRows) rows = undefined;
      else if (delimiter.test(text)) [header, rows] = [cellsOf(context.lines[index - 1] ?? ''), []];
      else if (rows !== undefined) {
        const cells = cellsOf(text);
        const isTotal = cells.some((cell) => totalCell.test(cell));
        if (isTotal) findings.push(...against(context, header, rows, cells, index + 1));
        if (isTotal) rows = undefined;
        else rows.push(cells);
      }
    }
    return findings;
  },
};
