import { dateAt, isoDay } from '../../values/date.ts';
import { matchesOf } from '../../values/matches.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Context } from '../context.ts';
import type { Code } from '../check.ts';
import { quote } from '../words.ts';

const day =
  '(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \\d{4}|[a-z]{3,9} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})';
const clock = '(\\d\\d):(\\d\\d)(?!\\s?[ap]\\.?m)(?::\\d\\d)?(?:\\s?(?:Z|[A-Z]{2,4}))?';
/** `from 2024-07-08 06:40 to 2024-07-09 13:25`, in any of three forms of the date. */
const form = new RegExp(
  `(?<![\\w-])(${day})[T,]?\\s?(?:at )?${clock}\\s{0,2}(?:to|until|till|and|-|–|—)\\s{0,2}(${day})[T,]?\\s?(?:at )?${clock}`,
  'gi',
);
/** A clock and another date behind it: a cheap look first. */
const anyWindow = /:\d\d[^\n]{0,6}?(?:to|until|till|and|-|–|—)\s?(?:\d{4}-|\d{1,2}[a-z ]|[a-z]{3,9} \d)/i;

/** More of them are a table of data. */
const mostFindings = 3;
const longestLine = 4000;

function moment(text: string, hour: string | undefined, minute: string | undefined): string | undefined {
  const date = dateAt(text, 0);
  const iso = date === undefined ? undefined : isoDay(date);
  return iso === undefined ? undefined : `${iso}T${hour}:${minute}`;
}

/** Windows with a date on both sides that end before they start: the day, month or year of one side is a slip. */
export function datedWindows(context: Context, code: Code): Finding[] {
  const findings: Finding[] = [];
  if (context.source === undefined || !anyWindow.test(context.source)) return findings;
  const entries = new Set(context.record.timeline?.map(({ line }) => line));
  for (const [index, line] of context.ownLines.entries()) {
    if (line.length > longestLine || !anyWindow.test(line) || entries.has(index + 1)) continue;
    for (const [whole, from = '', h1, m1, to = '', h2, m2] of matchesOf(form, line)) {
      const [start, end] = [moment(from, h1, m1), moment(to, h2, m2)];
      if (start === undefined || end === undefined || end >= start) continue;
      const message = say`${quote(whole)} ends before it starts.`;
      findings.push(context.report(code, { message, line: index + 1, cites: [`line ${index + 1}`] }));
    }
  }
  return findings.slice(0, mostFindings);
}
