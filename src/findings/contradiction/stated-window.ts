import type { Milestone } from '../../record/milestone.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { formatDuration } from '../../values/duration.ts';
import type { Code } from '../check.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { timeText } from '../wall.ts';
import { quote } from '../words.ts';
import { type ClockWindow, findWindows, hasWindow } from './clock-window.ts';
import { roleOf } from './entry-role.ts';
import type { Paragraph } from './paragraphs.ts';
import { isLeading } from './section.ts';
import { partOfThings } from './spoken-length.ts';

/** Words of the sentence without which a window is not that of the outage. */
const impact =
  /\b(?:fail\w*|errors?|(?:could|did)(?: not|n[’']t)|cannot|can[’']t|unable|unavailab\w*|down|offline|outage|incident|impact\w*|affect\w*|experienc\w*|disrupt\w*|interrupt\w*|degrad\w*|receiv\w*|not (?:available|reachable|working|possible)|no(?:body| one)?|lost|delay\w*|slow\w*|return\w*|rejected|stopped)\b/i;
/** A part of it, or a window of something else. */
const otherWindow =
  /\b(?:planned|scheduled|maintenance|support|business|opening|office|peak\w*|worst|(?:first|second|third) (?:phase|part|wave|outage|incident|time|window|hour)|again|each|every|daily|region|only|mainly|partial\w*|fully|completely|additional\w*|further|until)\b/i;

/** With fewer entries the timeline leaves much out. */
const fewest = 4;
/** Longer paragraphs are data, not sentences. */
const longest = 2000;
const minuteMs = 60_000;
const nearMinutes = 2;
/** An end that lies so close to that of the timeline is a matter of counting. */
const leastOffMs = 10 * minuteMs;

const dayMinutes = 1440;
const dayMs = dayMinutes * minuteMs;
const minutesOf = ({ wall }: TimedEvent): number => Math.floor(wall / minuteMs) % dayMinutes;
const isNear = (a: number, b: number): boolean => {
  const off = Math.abs(a - b) % dayMinutes;
  return Math.min(off, dayMinutes - off) <= nearMinutes;
};

/** Entries of some milestones; guesses from a stated length prove nothing. */
const named = (events: readonly TimedEvent[], names: readonly Milestone[]): TimedEvent[] =>
  events.filter(
    ({ event }) => event.milestone !== undefined && event.inferredFrom !== 'claim' && names.includes(event.milestone),
  );

const byTime = (a: TimedEvent, b: TimedEvent): number => a.wall - b.wall;

/** The first named end, or else the last entry that says that the service works. */
function endOf(events: readonly TimedEvent[]): TimedEvent | undefined {
  return (
    named(events, ['mitigated', 'resolved']).toSorted(byTime)[0] ??
    events
      .filter((timed) => roleOf(timed).works)
      .toSorted(byTime)
      .at(-1)
  );
}

const sentenceEnd = /(?<=[.!?])\s/;

/** The only window of the sentences that stand where a document sums up; undefined when it is not that of the whole outage. */
function impactWindow(context: Context, { text, line }: Paragraph): ClockWindow | undefined {
  if (!isLeading(context, line) && !leadingLabel.test(text)) return undefined;
  const sentences = text.split(sentenceEnd).filter((sentence) => hasWindow.test(sentence));
  const [sentence, ...others] = sentences;
  if (sentence === undefined || others.length > 0) return undefined;
  if (!impact.test(sentence) || otherWindow.test(sentence) || partOfThings.test(sentence)) return undefined;
  const [window, ...more] = findWindows(sentence);
  return more.length === 0 ? window : undefined;
}

/** `**Impact.** The forum was unreachable between …`: a label in bold in place of a heading. */
const leadingLabel = /^\s{0,3}\*\*[^*\n]{0,20}\b(?:impact|summary|overview|tl;?dr|in short)\b[^*\n]{0,20}\*\*/i;

const stillBad = /\bstill\b(?! (?:some|a few|works?|working|fine|ok|open|looking|investigat|monitor))/i;

/** Between the stated end and that of the timeline an entry says that things still fail: `Grid operator calls, still 503`. */
const goesOn = (events: readonly TimedEvent[], from: number, to: number): boolean =>
  events.some(
    ({ wall, event }) => wall > from + nearMinutes * minuteMs && wall < to && stillBad.test(event.text ?? ''),
  );

/** `Tables reloaded; fails on home products`: the entry at the stated end says that it was none. */
const noHelp =
  /\b(?:still|fail(?:s|ed|ing)? (?:on|for|again|too|as well)|no (?:effect|change|improvement)|without (?:success|effect)|(?:did|does)(?: not|n[’']t) (?:help|work))\b/i;

type Early = { start: TimedEvent; notice: TimedEvent };

/** The start and the notice that the timeline names, where both come well before the window begins. */
function startsLate(events: readonly TimedEvent[], window: ClockWindow): Early | undefined {
  const [start, notice] = [named(events, ['impactStarted'])[0], named(events, ['detected'])[0]];
  if (start === undefined || notice === undefined || start.wall > notice.wall) return undefined;
  const begin = Math.floor(notice.wall / dayMs) * dayMs + window.from * minuteMs;
  const early = begin - notice.wall >= leastOffMs && begin - notice.wall < 6 * 60 * minuteMs;
  return early && roleOf(start).onset && roleOf(notice).notice ? { start, notice } : undefined;
}

function late(context: Context, code: Code, window: ClockWindow, line: number | undefined, { start, notice }: Early) {
  return context.report(code, {
    message: say`${quote(window.text)} is stated for the impact, but in the timeline it starts at ${timeText(start.wall)} and is noticed at ${timeText(notice.wall)}.`,
    line,
    cites: [start.path, notice.path],
    severity: 'warning',
  });
}

function against(context: Context, code: Code, window: ClockWindow, line: number | undefined): Finding[] {
  const exact = context.events.filter((timed) => timed.exact && timed.event.line !== line);
  if (exact.length < fewest) return [];
  const has = (minutes: number) => exact.some((timed) => isNear(minutesOf(timed), minutes));
  const [start, end] = [named(exact, ['impactStarted'])[0], endOf(exact)];
  const first = exact.find((timed) => isNear(minutesOf(timed), window.from));
  const tooLate = startsLate(exact, window);
  if (tooLate !== undefined) return [late(context, code, window, line, tooLate)];
  if (first === undefined || end === undefined || roleOf(end).finding) return [];
  const endsAt = first.wall + window.minutes * minuteMs;
  const failsOn = exact.some((timed) => isNear(minutesOf(timed), window.until) && noHelp.test(timed.event.text ?? ''));
  if (has(window.until) && !failsOn && !goesOn(exact, endsAt, end.wall)) return [];
  if (start === undefined && first !== exact[0]) return [];
  if (end.wall - endsAt < leastOffMs || end.wall - first.wall > 12 * 60 * minuteMs) return [];
  return [
    context.report(code, {
      message: say`${quote(window.text)} is stated for the impact, but in the timeline it ends at ${timeText(end.wall)}, ${formatDuration((end.wall - endsAt) / 1000)} later${has(window.until) ? '' : say`, and no entry has the stated end`}.`,
      line,
      cites: [end.path],
      severity: 'warning',
    }),
  ];
}

/** A window of the impact in the words that sum up, whose end no entry has, against the end that the timeline names. */
export function againstTimeline(context: Context, code: Code, paragraph: Paragraph): Finding[] {
  if (context.events.length < fewest || paragraph.text.length > longest) return [];
  const window = impactWindow(context, paragraph);
  return window === undefined ? [] : against(context, code, window, paragraph.line);
}
