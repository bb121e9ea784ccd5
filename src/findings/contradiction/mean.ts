import { findDurations, formatDuration, readDuration } from '../../values/duration.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { cellsOf, delimiter, longestLine, mostRows } from './column-total.ts';
import { windowCode } from './windows.ts';

const meanOf =
  /\b(?:(?:mean|average|avg\.?) (?:time to (?:recover\w*|restor\w*|resol\w*|repair|mitigat\w*|detect\w*)|(?:outage|incident|downtime|recovery|resolution|restoration)(?: (?:time|duration|length))?|duration|length|downtime)|MTT[RD])\b/i;
/** A cheap look first: most documents speak of no means. */
const anyMean = /\b(?:mean|average|avg|MTT)/i;
/** The mean of another set of incidents, or one that was not measured. */
const otherSet =
  /\b(?:all incidents|year|previous|last|before|earlier|compared|industry|target|goal|objective|aim|weighted|median|should|would|excluding|including|without)\b/i;

/** How many lines may lie between a table and the sentence that sums it up. */
const nearLines = 4;

const mostColumns = 12;

type Columns = { from: number; to: number; seconds: number[][] };

/** `11:20` in a table beside lengths is a time of day. */
const clock = /^\d{1,2}:\d\d(?::\d\d)?$/;

const isRow = (text: string): boolean => text.length <= longestLine && /^[ \t]{0,9}\|/.test(text);

/** Columns of a table that hold one duration in every row; `at`: index of the row under its header. */
function durationColumns(lines: readonly string[], at: number): Columns {
  const header = cellsOf(lines[at - 1] ?? '').slice(0, mostColumns);
  const rows: string[][] = [];
  let to = at + 1;
  for (; to < lines.length && rows.length <= mostRows && isRow(lines[to] ?? ''); to++)
    rows.push(cellsOf(lines[to] ?? ''));
  const seconds = header.map((name, column) => {
    const unit = /\bmin(?:ute)?s?\b/i.test(name) ? ' min' : '';
    return rows.flatMap((cells) => {
      const cell = cells[column] ?? '';
      if (clock.test(cell)) return [];
      const read = readDuration(/^\d{1,5}$/.test(cell) ? cell + unit : cell);
      return read === undefined || read.bound !== undefined || read.upToSeconds !== undefined ? [] : read.seconds;
    });
  });
  return { from: at - 1, to, seconds: seconds.filter((column) => column.length >= 2 && column.length === rows.length) };
}

/** The one duration right behind the words for a mean. */
function statedMean(text: string): { seconds: number; text: string } | undefined {
  const cue = meanOf.exec(text);
  if (cue === null || otherSet.test(text.split(/(?<=[.!?])[*_]{0,2}\s/)[0] ?? text)) return undefined;
  const behind = text.slice(cue.index + cue[0].length, cue.index + cue[0].length + 60);
  const [first] = findDurations(behind);
  if (first === undefined || first.bound !== undefined || first.upToSeconds !== undefined) return undefined;
  return { seconds: first.seconds, text: behind.slice(first.from, first.to).trim() };
}

const meanSeconds = (values: readonly number[]): number =>
  values.reduce((all, value) => all + value, 0) / values.length;

function fits(stated: number, values: readonly number[]): boolean {
  const median = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const slack = Math.max(60, 0.05 * stated);
  return Math.abs(stated - meanSeconds(values)) <= slack || Math.abs(stated - median) <= slack;
}

/** Every table, read once: rows that a table has taken begin no other. */
function tablesOf(lines: readonly string[]): Columns[] {
  const tables: Columns[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    if (!isRow(text) || !delimiter.test(text)) continue;
    const table = durationColumns(lines, at);
    if (table.seconds.length > 0) tables.push(table);
    at = Math.max(at, table.to - 1);
  }
  return tables;
}

/** The only table with durations within a few lines of a sentence. */
function tableNear(tables: readonly Columns[], index: number): Columns | undefined {
  const near = tables.filter(({ from, to }) => (index >= to ? index - to < nearLines : from - index <= nearLines));
  return near.length === 1 ? near[0] : undefined;
}

/** Sentences about means; more of them are a table of data in another form. */
const mostSentences = 20;

/** A mean stated beside a table of durations: reported when it is that of none of its columns. */
export const mean: Check = {
  codes: [],
  run(context: Context) {
    if (context.source === undefined || !anyMean.test(context.source) || !meanOf.test(context.source)) return [];
    const stated = context.ownLines.flatMap((text, index) => {
      const value = text.length > longestLine || isRow(text) ? undefined : statedMean(text);
      return value === undefined ? [] : { ...value, index };
    });
    if (stated.length === 0 || stated.length > mostSentences) return [];
    const tables = tablesOf(context.lines);
    return stated.flatMap(({ seconds, text, index }): Finding[] => {
      const columns = tableNear(tables, index)?.seconds ?? [];
      const [shown] = columns;
      if (shown === undefined || columns.some((values) => fits(seconds, values))) return [];
      const message = say`The mean is stated as ${quote(text)}, but that of the ${shown.length} rows beside it is ${formatDuration(Math.round(meanSeconds(shown)))}.`;
      return [context.report(windowCode, { message, line: index + 1, cites: [`line ${index + 1}`] })];
    });
  },
};
