import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { formatDuration } from '../../values/duration.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { timeText } from '../wall.ts';
import { isBeforeFirstRow } from './first-row.ts';
import { typoAt } from './typo.ts';

const code: Code = {
  code: 'order.timeline',
  severity: 'warning',
  sentence: 'An entry of the timeline is earlier than the one before it.',
  remedy: 'Check the time of the entry; if it is right, move the entry to its place.',
};

/** A step back of this size or more is another list, another day or a typo of the date, not a slip. */
const smallStepMs = 3 * 3_600_000;

/** A line that opens with a word, perhaps a marked one, and not with the name of a month or a day, is a sentence and no entry. */
const sentence =
  /^\s{0,3}[*_]{0,3}(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b)\p{L}{2}/iu;

/** Does the line of an entry open with its time, as rows, items and lines of a log do? Elsewhere it stands in a sentence. */
function opensLine(context: Context, { event }: TimedEvent): boolean {
  const line = context.lineText(event.line);
  if (event.written === undefined || line === '' || /^\s*(?:\||[-*+] |\d{1,3}[.)] |<|#)/.test(line)) return true;
  return line.indexOf(event.written.slice(0, 5)) < 40 && !sentence.test(line);
}

/** A paragraph tells in any order. */
function isTold(context: Context, a: TimedEvent, b: TimedEvent): boolean {
  if (a.event.line === undefined || b.event.line === undefined) return false;
  if (a.event.line === b.event.line) return true;
  if (!opensLine(context, a) || !opensLine(context, b)) return true;
  return sentence.test(context.lineText(a.event.line)) && sentence.test(context.lineText(b.event.line));
}

/** A line that is a date begins another day. */
const dayLine =
  /^[\s#*_>|-]{0,9}\(?(?:\p{L}{3,9}\.?,? )?(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,9})(?!\d|:)[^:]{0,12}:?[\s*_|]{0,6}$/u;

/** Does another day begin between two entries? Looks at most 20 lines back. */
function dayBetween(context: Context, a: TimedEvent, b: TimedEvent): boolean {
  const [from, to] = [a.event.line, b.event.line];
  if (from === undefined || to === undefined) return false;
  for (let line = Math.max(from + 1, to - 20); line < to; line++)
    if (dayLine.test(context.lineText(line).slice(0, 80))) return true;
  return false;
}

/** Only these say something about order: exact, no named milestone (lists of milestones go by name), same zone and phase. */
function related(a: TimedEvent, b: TimedEvent): boolean {
  const plain = ({ event, exact }: TimedEvent) => exact && (event.milestone === undefined || event.inferred === true);
  return (
    plain(a) && plain(b) && a.event.zone === b.event.zone && a.zoned === b.zoned && a.event.phase === b.event.phase
  );
}

/** Moving one entry mends it. A second list that starts over is no disorder: there the next entries stay behind too. */
function isolated(events: readonly TimedEvent[], at: number): boolean {
  const [before, previous, next] = [events[at - 2], events[at - 1], events[at + 1]];
  const here = events[at];
  if (previous === undefined || here === undefined) return false;
  const withoutHere = next !== undefined && next.wall >= previous.wall;
  const withoutPrevious = before !== undefined && before.wall <= here.wall;
  return next === undefined ? withoutPrevious && events.length >= 4 : withoutHere || withoutPrevious;
}

/** Over several days people work side by side, and entries are told by thread. */
function spanOf(events: readonly TimedEvent[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const { wall, exact } of events) if (exact) [low, high] = [Math.min(low, wall), Math.max(high, wall)];
  return high - low;
}

function steps(context: Context, events: readonly TimedEvent[]): Finding[] {
  const back: number[] = [];
  let forward = 0;
  for (let at = 1; at < events.length; at += 1) {
    const step = (events[at]?.wall ?? 0) - (events[at - 1]?.wall ?? 0);
    if (step < 0) back.push(at);
    if (step > 0) forward += 1;
  }
  if (back.length > 2 && back.length * 5 > events.length) return [];
  if (back.length > forward || spanOf(events) > 2 * 86_400_000) return [];
  return back.flatMap((at) => {
    const [previous, here] = [events[at - 1], events[at]];
    if (previous === undefined || here === undefined) return [];
    const isSecondRow = isBeforeFirstRow(context, events, at);
    if (!isSecondRow && !related(previous, here)) return [];
    if (isTold(context, previous, here) || dayBetween(context, previous, here)) return [];
    const step = previous.wall - here.wall;
    if (step < 60_000 || step >= smallStepMs || typoAt(events, at) || typoAt(events, at - 1)) return [];
    if (!isSecondRow && !isolated(events, at)) return [];
    return context.report(code, {
      message: say`The entry of ${timeText(here.wall)} stands after the one of ${timeText(previous.wall)}: ${formatDuration(step / 1000)} back.`,
      path: here.path,
      line: here.event.line,
      cites: [previous.path, here.path],
    });
  });
}

/** Small steps back in a timeline that otherwise runs forward. Newest-first lists and parallel lists are left alone. */
export const timelineOrder: Check = {
  codes: [code],
  run: (context) => (context.events.length < 3 ? [] : steps(context, context.events)),
};
