import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { findDurations, formatDuration, readDuration } from '../../values/duration.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { type ClockWindow, findWindows, hasWindow, windowStarts } from './clock-window.ts';
import { type Paragraph, paragraphsWith } from './paragraphs.ts';
import { againstTimeline } from './stated-window.ts';

/** Also of the check of table columns: a total that is not the sum of what stands above it. */
export const windowCode: Code = {
  code: 'contradiction.window',
  severity: 'error',
  sentence: 'A window of time and the length stated for it disagree; or several windows do not sum to their total.',
  remedy: 'Correct the length, the total or the window that is wrong.',
};

/** The window of the impact stands among the first. */
const mostStated = 40;
/** Longer paragraphs are data, not sentences. */
const longest = 20_000;
const totalCue = /\b(?:in total|total of|total (?:downtime|outage)|totalling|totaling|altogether|combined|in all)\b/i;
/** A duration that stands within 40 characters of a word for "total". */
function statedTotal(paragraph: string): { seconds: number; text: string } | undefined {
  const cue = totalCue.exec(paragraph);
  if (cue === null) return undefined;
  const near = findDurations(paragraph).filter(
    ({ from, to, qualifier }) =>
      qualifier === undefined && to > cue.index - 40 && from < cue.index + cue[0].length + 40,
  );
  const [only] = near;
  if (only === undefined || near.length > 1 || only.approximate === true || only.bound !== undefined) return undefined;
  return { seconds: only.seconds, text: paragraph.slice(only.from, only.to).trim() };
}

const roundedHours = (seconds: number): number => (seconds % 3600 === 0 ? Math.min(1800, 0.15 * seconds) : 0);

function againstTotal(context: Context, { text: paragraph, path, line }: Paragraph): Finding | undefined {
  const windows = findWindows(paragraph);
  if (windows.length < 2 || windows.length > 20) return undefined;
  const total = statedTotal(paragraph);
  if (total === undefined) return undefined;
  const sum = windows.reduce((all, { minutes }) => all + minutes, 0) * 60;
  if (Math.abs(sum - total.seconds) <= 60 * windows.length + roundedHours(total.seconds)) return undefined;
  return context.report(windowCode, {
    message: say`The ${windows.length} windows named sum to ${formatDuration(sum)}, but the total is stated as ${total.text}.`,
    path,
    line,
  });
}

const bracket = /^\s{0,2}(?:[A-Z]{2,4})?\s{0,2}\(([^()\n]{2,40})\)/;
/** Words that say that a length is that of the window before it: `09:20 until 11:50, which is 90 minutes`. */
const equals =
  /^\s{0,2}(?:[A-Z]{2,5}\b)?[\s,;:.]{0,3}(?:(?:which|that|this) (?:is|was|makes|made)|=|lasting|a total of|(?:the|this) (?:\w{1,12} )?(?:outage|incident|disruption|interruption|downtime) was|lasted)\s{1,2}(?:for )?([^,;()\n]{2,40})/i;

/** An entry of a list that opens with a window and closes with a length: `- 18:50–20:20: site down (30 minutes)`. */
const opening = /^\s*(?:[-*+]|\d{1,3}[.)])?[\s*_`]{0,4}$/;
const closing = /\(([^()]{2,20})\)[\s.*_`]{0,4}$/;

function lengthAtEnd(paragraph: string, { to, text }: ClockWindow): { seconds: number; text: string } | undefined {
  if (!opening.test(paragraph.slice(0, to - text.length)) || findWindows(paragraph).length > 1) return undefined;
  const stated = closing.exec(paragraph)?.[1] ?? '';
  const read = /^\s?\d/.test(stated) ? readDuration(stated) : undefined;
  if (read === undefined || read.upToSeconds !== undefined || findDurations(paragraph).length > 1) return undefined;
  return { seconds: read.seconds, text: stated };
}

/** The length stated for a window right behind it; undefined when there is none, or none to hold the writer to. */
function lengthBehind(after: string): { seconds: number; text: string } | undefined {
  // `9:40 AM to 11:20 AM (British Summer Time), a total of 40 minutes`: a bracket without a length says something else.
  const beside = bracket.exec(after);
  const inBracket = beside && findDurations(beside[1] ?? '').length > 0 ? beside[1] : undefined;
  const rest = beside && inBracket === undefined ? after.slice(beside[0].length) : after;
  const text = inBracket ?? equals.exec(rest)?.[1] ?? '';
  const [only, ...others] = findDurations(text);
  if (only === undefined || (inBracket === undefined ? only.from > 1 : others.length > 0)) return undefined;
  const loose = only.approximate === true || only.bound !== undefined || only.upToSeconds !== undefined;
  return loose ? undefined : { seconds: only.seconds, text: inBracket ?? text.slice(only.from, only.to).trim() };
}

/** Words between a length and its window: `lasted 45 minutes, from 5:05 to 7:20`. */
const between = /^[,:;]?\s{0,2}\(?(?:(?:lasting |running )?(?:from|between)\s{1,2})?$/i;
const lasting = /\b(?:lasted|lasting|outage of|duration|unavailable for|down for|unreachable for|offline for)\W{0,3}$/i;

/** The length stated right before a window. */
function lengthBefore(before: string): { seconds: number; text: string } | undefined {
  const last = findDurations(before).at(-1);
  if (last === undefined || !between.test(before.slice(last.to)) || !lasting.test(before.slice(0, last.from)))
    return undefined;
  if (last.approximate === true || last.bound !== undefined || last.upToSeconds !== undefined) return undefined;
  return { seconds: last.seconds, text: before.slice(last.from, last.to).trim() };
}

/** Words that sum up what was told before: `…, so the fault lasted`, `which makes`, `Total downtime:`. */
const summing =
  /\b(?:(?:outage|incident|fault|failure|disruption|interruption|downtime|event|gap|problem|it|which|this|that) lasted|(?:which|that|this|it) (?:makes|made|is|was)|i\.e\.,?|that[’']s|total (?:downtime|outage|duration|time)(?: of the \w{1,12})?(?: was| is|:)?|in (?:all|total),?)\s{1,2}(?:for )?$/i;
/** Then the sum may be that of something else, or of a part of the window. */
const otherSum =
  /\b(?:second|again|each|every|another|detect\w*|notic\w*|alert\w*|planned|maintenance|rollback|restart)\b/i;
const soft = /\b(?:intermittent\w*|partial\w*|degrad\w*|several|multiple)\b/i;
const farthest = 200;

/** The first length behind a window that is said to sum it up, in a paragraph without another window. */
function lengthSummed(paragraph: string, { to }: ClockWindow): { seconds: number; text: string } | undefined {
  const after = paragraph.slice(to, to + farthest);
  const [first] = findDurations(after);
  if (first === undefined || otherSum.test(after.slice(0, first.from)) || soft.test(paragraph.slice(0, to + first.to)))
    return undefined;
  if (first.bound !== undefined || first.upToSeconds !== undefined) return undefined;
  if (first.approximate === true || !summing.test(after.slice(0, first.from))) return undefined;
  return { seconds: first.seconds, text: after.slice(first.from, first.to).trim() };
}

const mostBlank = 2;
const longestHeading = 160;

/** The length that the line above a paragraph states beside the time at which its window begins: `16 May 21:10 (lasting 65 minutes)`. */
function lengthAbove(context: Context, line: number | undefined, { text }: ClockWindow) {
  if (line === undefined) return undefined;
  let at = line - 1;
  while (at > line - 1 - mostBlank && context.lineText(at).trim() === '') at -= 1;
  const above = context.lineText(at);
  if (above.length > longestHeading || !beginsAt(above, text)) return undefined;
  const [only, ...others] = findDurations(above);
  if (only === undefined || others.length > 0 || only.approximate === true || only.bound !== undefined)
    return undefined;
  return { seconds: only.seconds, text: above.slice(only.from, only.to).trim() };
}

/** Does a line that holds no window of its own name the time at which this one begins? */
function beginsAt(line: string, window: string): boolean {
  const start = /^\d{1,2}:\d\d/.exec(window)?.[0];
  return start !== undefined && line.includes(start) && !hasWindow.test(line);
}

/** `09:12 to 10:40 (45 minutes)`: a window and its length. Twelve hours more or less are a matter of AM and PM. */
function againstLength(context: Context, { text: paragraph, path, line }: Paragraph): Finding[] {
  return findWindows(paragraph).flatMap((window, index, { length }) => {
    const { minutes, to, text } = window;
    const stated =
      lengthBehind(paragraph.slice(to, to + 80)) ??
      lengthBefore(paragraph.slice(Math.max(0, to - text.length - 90), to - text.length)) ??
      lengthAtEnd(paragraph, window) ??
      (length === 1 ? lengthSummed(paragraph, window) : undefined) ??
      (index === 0 ? lengthAbove(context, line, window) : undefined);
    if (stated === undefined) return [];
    const slack = 60 + roundedHours(stated.seconds);
    const off = Math.abs(((minutes * 60 - stated.seconds) % 43_200) + 43_200) % 43_200;
    if (Math.min(off, 43_200 - off) <= slack) return [];
    return context.report(windowCode, {
      message: say`${quote(text)} is ${formatDuration(minutes * 60)}, but ${quote(stated.text)} is stated beside it.`,
      path,
      line,
    });
  });
}

/** "from 09:12 to 09:40 and again from 11:05 to 11:30, two hours in total"; "09:12 to 10:40 (45 minutes)". */
export const windows: Check = {
  codes: [windowCode],
  run(context) {
    const findings: Finding[] = [];
    let seen = 0;
    for (const paragraph of paragraphsWith(context, windowStarts)) {
      if (paragraph.text.length > longest || !hasWindow.test(paragraph.text)) continue;
      const total = againstTotal(context, paragraph);
      if (total !== undefined) findings.push(total);
      findings.push(...againstLength(context, paragraph));
      seen += 1;
      if (seen <= mostStated) findings.push(...againstTimeline(context, windowCode, paragraph));
    }
    return findings;
  },
};
