import { findDurations, formatDuration } from '../../values/duration.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { milestonePairs } from './span-evidence.ts';
import { spanRules } from './spans.ts';
import { windowCode } from './windows.ts';

/** A label, up to 30 characters of a date without a line break, and a clock time. */
const after =
  '[^\\S\\n]?[^\\p{L}\\d\\n]{1,10}([^\\n|]{0,30}?)(?<![\\d:])(\\d{1,2})[:h](\\d\\d)(?![\\d:])(\\s?[ap]\\.?m)?';
const named = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})${after}`, 'giu');
const starts = named(
  'start(?:ed)?(?: time)?|begin|began|beginning|from|outage start|début|debut|début de l.incident|beginn|início|inicio|inizio|aanvang',
);
const ends = named(
  'end(?:ed)?(?: time)?|service restored|restored|resolved|until|to|finish(?:ed)?|fin|fin de l.incident|ende|fim|fine|einde',
);
const lengths =
  /(?<!\p{L})(?:(?:total |outage )?(?:duration|length|downtime)|outage|durée|dauer|duração|duración|durata|duur)(?: total(?:e)?)?(?!\p{L})[^\S\n]?[^\p{L}\d\n]{1,10}(\d[^\n|;]{0,30})/giu;

/** `Impact window: 03:05 – 04:41 UTC`: start and end in one field, of the incident and not of planned work. */
const window = new RegExp(
  `(?<!\\p{L})(?<!(?:planned|scheduled|maintenance|change)\\s)(?:impact|outage|incident|disruption|interruption|downtime|event)(?: (?:window|period|time))?${after}(?:\\s?(?:UTC|GMT|[A-Z]{2,4}))?\\s{0,2}(?:-|–|—|to|until)\\s{0,2}(\\d{1,2})[:h](\\d\\d)(?![\\d:])(\\s?[ap]\\.?m)?`,
  'giu',
);
/** The length that belongs to such a field; that of one part or kind of it does not. */
const windowLength =
  /(?<!\p{L})(?:duration|length)(?: of (?:the )?(?:\p{L}{2,12} )?(?:impact|outage|incident|disruption|interruption|downtime|event|pause|halt|stoppage|closure))?(?!\p{L})[^\S\n]?[^\p{L}\d\n]{1,10}(\d[^\n|;]{0,30})/giu;
/** At most the names of a day and a month stand between the label and the clock. */
const dateLike = /^[^\p{L}]*(?:\p{L}{2,9}[^\p{L}]*){0,2}$/u;
const partOf = /\b(?:full|complete|hard|total|partial|degraded|first|second|worst|peak|data) \p{L}/iu;

/** A block without these cannot hold all three fields. */
const lengthWord = /duration|length|downtime|outage|dur[ée]e|dauer|dura[cç]|durata|duur/i;
const clock = /\d[:h]\d\d/;

/** Longer blocks are tables of data. */
const mostLines = 14;
const longestLine = 400;

type Side = { date: string; minutes: number; written: string };

/** The only match of a pattern in a block; undefined when there is none or more than one. */
function only(pattern: RegExp, text: string): RegExpExecArray | undefined {
  const [first, ...more] = text.matchAll(pattern);
  return more.length === 0 ? first : undefined;
}

function side(match: RegExpExecArray | undefined): Side | undefined {
  if (match === undefined) return undefined;
  const [, date = '', hour, minute, half] = match;
  return sideOf(date, hour, minute, half);
}

type Part = string | undefined;

function sideOf(date: string, hour: Part, minute: Part, half: Part): Side | undefined {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return undefined;
  return {
    date: date.replace(/[^\p{L}\d]+/gu, ' ').trim(),
    minutes: hours * 60 + Number(minute),
    written: `${hour}:${minute}`,
  };
}

type Fields = { start: Side | undefined; end: Side | undefined; stated: string | undefined };

/** Start, end and length of a block: three fields, or a field for the window and one for its length. */
function fieldsOf(block: string): Fields {
  const [start, end] = [side(only(starts, block)), side(only(ends, block))];
  if (start !== undefined && end !== undefined) return { start, end, stated: only(lengths, block)?.[1] };
  const found = only(window, block);
  const length = only(windowLength, block);
  if (found === undefined || length === undefined || partOf.test(length[0])) return { start, end, stated: undefined };
  const [field, date = '', hour, minute, half, endHour, endMinute, endHalf] = found;
  if (!dateLike.test(date) || (/ of /i.test(length[0]) && !/^impact/i.test(field)))
    return { start, end, stated: undefined };
  const shared = half ?? (Number(hour) < 12 ? endHalf : undefined);
  return {
    start: sideOf(date, hour, minute, shared),
    end: sideOf('', endHour, endMinute, endHalf),
    stated: length[1],
  };
}

/** `Impact duration` beside the end of the incident: named moments of the timeline are that far apart. */
function isMeasured(context: Context, length: number, slack: number): boolean {
  const rule = spanRules.get('duration');
  return rule !== undefined && milestonePairs(context, rule).some(({ seconds }) => Math.abs(seconds - length) <= slack);
}

function against(context: Context, block: string, line: number): Finding[] {
  const { start, end, stated } = fieldsOf(block);
  if (start === undefined || end === undefined || stated === undefined) return [];
  if (start.date !== end.date && start.date !== '' && end.date !== '') return [];
  const [read] = findDurations(stated);
  if (read === undefined || read.from > 1 || read.bound !== undefined || read.upToSeconds !== undefined) return [];
  const seconds = ((end.minutes - start.minutes + 1440) % 1440) * 60;
  const slack = Math.max(60, read.approximate === true || read.seconds % 3600 === 0 ? 0.15 * read.seconds : 0);
  const off = Math.abs(seconds - read.seconds) % 43_200;
  if (Math.min(off, 43_200 - off) <= slack || isMeasured(context, read.seconds, slack)) return [];
  const text = stated.slice(read.from, read.to).trim();
  return [
    context.report(windowCode, {
      message: say`From ${start.written} to ${end.written} it is ${formatDuration(seconds)}, but the fields beside them state ${quote(text)}.`,
      line,
      cites: [`line ${line}`],
    }),
  ];
}

const hours = /(?<!\p{L})(?:support|business|working|office|service) hours/iu;

/** Fields that stand together: a start, an end and a length, in a list, a table or one line. */
export const fieldWindow: Check = {
  codes: [],
  run(context) {
    const findings: Finding[] = [];
    if (context.source === undefined || !lengthWord.test(context.source)) return findings;
    let [block, first, count] = ['', 0, 0];
    const close = () => {
      if (count <= mostLines && clock.test(block) && lengthWord.test(block) && !hours.test(block))
        findings.push(...against(context, block.replace(/[*_`']/g, ''), first));
      [block, count] = ['', 0];
    };
    for (const [index, text] of context.lines.entries()) {
      if (text.trim() === '') close();
      else {
        if (count === 0) first = index + 1;
        count += 1;
        if (count <= mostLines) block += `${text.slice(0, longestLine)}\n`;
      }
    }
    close();
    return findings;
  },
};
