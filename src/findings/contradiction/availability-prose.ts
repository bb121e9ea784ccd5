import { findDurations, formatDuration } from '../../values/duration.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Code } from '../check.ts';
import type { Context } from '../context.ts';
import { paragraphsWith } from './paragraphs.ts';

/** `Our availability for the month comes to 99.97 %`. */
const available =
  /\b(?:availability|uptime)\b[^.%\n]{0,50}?\s(?:is|was|of|to|at|=|equals)\s(?:about |only |thus |then )?(\d{2,3}[.,]\d{1,4})\s?%/gi;
const target = /\b(?:target|agreed|promis\w*|goal|objective|sl[ao]|commit\w*|guarantee\w*)\b/i;
/** `Downtime was 96 minutes`, `a total downtime of 2 hours`. */
const down = /\b(?:downtime|unavailability|outage time)\b[^.%\n]{0,30}?\s(?:is|was|of|came to|amounted to|lasted)\s/i;
/** How long the month is that both count over. */
const month = /\b(?:(28|29|30|31)[ -]days?|(672|696|720|744) hours|(4[0-4][,.\s]?\d{3}) min(?:ute)?s)\b/i;
/** Then the share is not that of the time. */
const weighted = /\b(?:weighted|requests?|successful|partial\w*|degrad\w*|excluding|excluded|planned|quarter|year)\b/i;

const longest = 2000;

/** Seconds of the month that a text names; undefined when it names none. */
function monthSeconds(text: string): number | undefined {
  const [, days, hours, minutes] = month.exec(text) ?? [];
  if (days !== undefined) return Number(days) * 86_400;
  if (hours !== undefined) return Number(hours) * 3600;
  return minutes === undefined ? undefined : Number(minutes.replace(/\D/g, '')) * 60;
}

function against(context: Context, code: Code, text: string, line: number | undefined): Finding[] {
  const [found, ...others] = [...text.matchAll(available)].filter(([words]) => !target.test(words));
  const room = monthSeconds(text);
  const behind = down.exec(text);
  if (found === undefined || others.length > 0 || room === undefined || behind === null || weighted.test(text))
    return [];
  const [length] = findDurations(text.slice(behind.index + behind[0].length, behind.index + behind[0].length + 40));
  if (length === undefined || length.from > 1 || length.bound !== undefined) return [];
  const percent = (found[1] ?? '').replace(',', '.');
  const digits = percent.split('.')[1]?.length ?? 0;
  const share = (100 * (room - length.seconds)) / room;
  if (share >= Number(percent) - 10 ** -digits) return [];
  const message = say`A downtime of ${formatDuration(length.seconds)} in ${room / 86_400} days is an availability of ${share.toFixed(Math.max(2, digits))}%, but ${percent}% is stated with it.`;
  return [context.report(code, { message, ...(line === undefined ? {} : { line }), cites: [`line ${line ?? 1}`] })];
}

/** Downtime, the days of the month and the availability in one paragraph. */
export function availabilityInProse(context: Context, code: Code): Finding[] {
  if (context.source === undefined || !context.source.includes('%')) return [];
  const findings: Finding[] = [];
  for (const { text, line } of paragraphsWith(context, available))
    if (text.length <= longest) findings.push(...against(context, code, text, line));
  return findings;
}
