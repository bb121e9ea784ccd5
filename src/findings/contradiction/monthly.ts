import { findDurations, formatDuration } from '../../values/duration.ts';
import { matchesOf } from '../../values/matches.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Context } from '../context.ts';
import type { Code } from '../check.ts';

const label = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})[^\\S\\n]?[^\\p{L}\\d\\n]{1,10}`;
/** `in March`, `for the month (44,640 minutes)` */
const period = '(?: (?:in|for|of) (?:the )?[a-z]{3,9}(?: \\d{4})?)?(?: \\([^()\\n]{1,30}\\))?';
const available = new RegExp(`${label(`(?:availability|uptime)${period}`)}(\\d{2,3}(?:[.,]\\d{1,5})?)\\s?%`, 'giu');
const down = new RegExp(
  `${label(`(?:total )?(?:downtime|unavailability|outage|outage time)${period}`)}(\\d[^\\n|;]{0,30})`,
  'giu',
);
/** The minutes of a whole month, in brackets or in a field of their own. */
const monthMinutes = /(?<![\d.,])(4[0-4][,.\s]?\d{3}) min(?:ute)?s\b/i;
const everyMonth = new RegExp(monthMinutes, 'gi');
/** `Period | March 2025`: a month that a field names has at most 31 days. */
const monthNamed =
  /(?<!\p{L})(?:(?:reporting )?(?:month|period))(?!\p{L})[^\S\n]?[^\p{L}\d\n]{1,10}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{4}(?!\d)[^\p{L}\d]{0,9}$/imu;
const wholeMonths = new Set([40_320, 41_760, 43_200, 44_640]);
const anyMonth = /month|period|4[0-4][,.\s]?\d{3} min/i;
const promised = /target|agreed|sla\b|slo\b|objective|goal|promise|commit|minimum|guarantee/i;
/** Words that make availability something else than the share of the time. */
const weighted = /partial|degrad|weighted|requests?\b|successful|excluding|(?<!un)planned|average|mean\b/i;

/** Longer blocks are tables of data. */
const mostLines = 14;
const longestLine = 400;

/** The one match of a pattern in the rows that promise nothing; undefined when there is none or more than one. */
function only(pattern: RegExp, rows: readonly string[]): string | undefined {
  const found = rows.flatMap((row) => [...row.matchAll(pattern)].map((match) => match[1]));
  return found.length === 1 ? found[0] : undefined;
}

/** The minutes of the one month that a document names; undefined when it names several. */
function onlyMonth(source: string): RegExpExecArray | undefined {
  const found = matchesOf(everyMonth, source);
  return found.every(([text]) => text === found[0]?.[0]) ? found[0] : undefined;
}

function against(context: Context, code: Code, block: readonly string[], line: number): Finding[] {
  const text = block.join('\n');
  const stated = (monthMinutes.exec(text) ?? onlyMonth(context.source ?? ''))?.[1]?.replace(/\D/g, '');
  const minutes = Number(stated ?? (monthNamed.test(text) ? 44_640 : NaN));
  if (!wholeMonths.has(minutes) || weighted.test(text)) return [];
  const rows = block.filter((row) => !promised.test(row));
  const percent = only(available, rows)?.replace(',', '.');
  const [downtime, ...others] = findDurations(only(down, rows) ?? '');
  if (percent === undefined || downtime === undefined || others.length > 0 || downtime.from > 1) return [];
  const room = minutes * 60;
  const share = (100 * (room - downtime.seconds)) / room;
  const digits = percent.split('.')[1]?.length ?? 0;
  if (share >= Number(percent) - 10 ** -digits) return [];
  const message = say`A downtime of ${formatDuration(downtime.seconds)} in a month of ${minutes} minutes is an availability of ${share.toFixed(Math.max(2, digits))}%, but ${percent}% is stated beside it.`;
  return [context.report(code, { message, line, cites: [`line ${line}`] })];
}

/** Availability, downtime and the minutes of the month in fields that stand together, in a list or a table. */
export function monthlyFields(context: Context, code: Code): Finding[] {
  if (context.source === undefined || !context.source.includes('%')) return [];
  if (context.source.search(available) < 0 || !anyMonth.test(context.source)) return [];
  const findings: Finding[] = [];
  let block: string[] = [];
  for (const [index, text] of [...context.lines, ''].entries()) {
    if (text.trim() !== '') block.push(block.length <= mostLines ? text.slice(0, longestLine) : '');
    else if (block.length > 0) {
      if (block.length <= mostLines)
        findings.push(
          ...against(
            context,
            code,
            block.map((row) => row.replace(/[*_`']/g, '')),
            index + 1 - block.length,
          ),
        );
      block = [];
    }
  }
  return findings;
}
