import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { dateAt } from '../../values/date.ts';
import { matchesOf } from '../../values/matches.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import type { Code } from '../check.ts';

/** A day that some or most years do not have, in digits or with the month's name. */
const candidate =
  /(?<![\d.:/#_-])(?:(?:19|20)\d\d-(?:02-(?:29|3\d)|(?:04|06|09|11)-3[1-9])(?![\d-])|(?:(?:29|30|31)(?:st|th)?(?: of)? feb|31(?:st)?(?: of)? (?:apr|jun|sep|nov))[a-z]{0,6}(?![a-z])|(?:feb[a-z]{0,6}\.? (?:29|30|31)|(?:apr|jun|sep|nov)[a-z]{0,6}\.? 31)(?:st|th)?(?![\d:.]\d|\d))/gi;

/** A sentence about a defect names such a day on purpose. */
const aboutDefect =
  /\b(?:gave|gives|giving|produc\w*|comput\w*|calculat\w*|yield\w*|result\w*|invalid|exist\w*|no such|pars\w*|leap|return\w*|became|becomes?|turned into|interpret\w*|reject\w*|reads? (?:it |that |this )?as|treated as|bugs?|exception|overflow\w*|adding|added|rolls? over|rolled over)\b/i;
const sentenceEnd = /[.!?](?=\s)/g;

/** The sentence of a line that holds the offsets; a line without sentences whole. */
function sentenceAt(line: string, from: number, to: number): string {
  let start = 0;
  for (const { index } of matchesOf(sentenceEnd, line)) {
    if (index >= to) return line.slice(start, index);
    if (index < from) start = index + 1;
  }
  return line.slice(start);
}

/** More of them are a habit or a table of data, and said often enough. */
const mostFindings = 3;
const longestLine = 4000;

/** A number that may be such a day: never the minutes of a clock or a part of a longer number. */
const lateDay = /(?:29|3\d)(?<![\d.:/#_]..)(?!\d)/g;

/** Looks only around the few numbers that may be such a day: every document passes here. */
function holdsCandidate(source: string): boolean {
  for (const { index } of source.matchAll(lateDay))
    if (source.slice(Math.max(0, index - 16), index + 20).search(candidate) >= 0) return true;
  return false;
}

/** Days that no calendar has, anywhere in the document outside code and quotes; `known`: lines that are reported already. */
export function impossibleDays(context: Context, code: Code, known: ReadonlySet<number | undefined>): Finding[] {
  const findings: Finding[] = [];
  if (context.source === undefined || !holdsCandidate(context.source)) return findings;
  for (const [index, line] of context.ownLines.entries()) {
    if (line.length > longestLine || known.has(index + 1) || line.search(lateDay) < 0) continue;
    for (const match of line.matchAll(candidate)) {
      const date = dateAt(line, match.index);
      if (date?.invalid !== true || date.day === undefined || date.month === undefined) continue;
      if (aboutDefect.test(sentenceAt(line, date.from, date.to))) continue;
      const text = quote(line.slice(date.from, date.to).trim());
      const message = say`${text}: there is no such day.`;
      findings.push(context.report(code, { message, line: index + 1, cites: [`line ${index + 1}`] }));
      if (findings.length >= mostFindings) return findings;
    }
  }
  return findings;
}
