import { formatDuration, readDuration } from '../../values/duration.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { cellsOf, delimiter, longestLine, mostRows } from './column-total.ts';
import { windowCode } from './windows.ts';

const begin = /^(?:start|begin|began|from|down|début|beginn|início|inicio|van)\b/i;
const end = /^(?:end|until|to|till|up|restored|resolved|fin|ende|fim|tot)\b/i;
const length = /^(?:length|duration|downtime|outage|durée|dauer|duração|duración|durata|duur)\b/i;
const clock = /^(.{0,20}?)(?<![\d:])(\d{1,2}):(\d\d)(?::\d\d)?(?:\s?[A-Z]{1,4})?$/;

type Columns = { begin: number; end: number; length: number };

function columnsOf(cells: readonly string[]): Columns | undefined {
  const columns = {
    begin: cells.findIndex((cell) => begin.test(cell)),
    end: cells.findIndex((cell) => end.test(cell)),
    length: cells.findIndex((cell) => length.test(cell)),
  };
  return Math.min(columns.begin, columns.end, columns.length) < 0 ? undefined : columns;
}

function againstRow(context: Context, cells: readonly string[], columns: Columns, line: number): Finding[] {
  const [from, to] = [clock.exec(cells[columns.begin] ?? ''), clock.exec(cells[columns.end] ?? '')];
  const cell = cells[columns.length] ?? '';
  const stated = readDuration(cell);
  if (from === null || to === null || stated === undefined) return [];
  if (from[1] !== to[1] && from[1] !== '' && to[1] !== '') return [];
  if (stated.bound !== undefined || stated.upToSeconds !== undefined || stated.qualifier !== undefined) return [];
  const minutes = Number(to[2]) * 60 + Number(to[3]) - Number(from[2]) * 60 - Number(from[3]);
  const seconds = ((minutes + 1440) % 1440) * 60;
  const rounding = stated.approximate === true || stated.seconds % 3600 === 0 ? 0.15 * stated.seconds : 0;
  if (Math.abs(seconds - stated.seconds) <= Math.max(60, rounding)) return [];
  const message = say`From ${quote(from[0])} to ${quote(to[0])} it is ${formatDuration(seconds)}, but the row states ${quote(cell)}.`;
  return [context.report(windowCode, { message, line, cites: [`line ${line}`] })];
}

/** Tables with a column for the start, one for the end and one for the length: every row against itself. */
export const rowLength: Check = {
  codes: [],
  run(context) {
    const findings: Finding[] = [];
    let [columns, rows]: [Columns | undefined, number] = [undefined, 0];
    for (const [index, text] of context.lines.entries()) {
      const isRow = text.length <= longestLine && /^[ \t]{0,9}\|/.test(text);
      if (!isRow || rows > mostRows) [columns, rows] = [undefined, 0];
      else if (delimiter.test(text)) [columns, rows] = [columnsOf(cellsOf(context.lines[index - 1] ?? '')), 0];
      else if (columns !== undefined) {
        rows += 1;
        findings.push(...againstRow(context, cellsOf(text), columns, index + 1));
      }
    }
    return findings;
  },
};
