import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Code } from '../check.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { timeText } from '../wall.ts';
import { quote } from '../words.ts';

const halfDayMs = 12 * 3_600_000;
/** The neighbours must stand so close that a time twelve hours off fits between them by no accident. */
const closeMs = 2 * 3_600_000;
const half = /\d\s?[ap]\.?m\b/i;

const namesHalf = ({ event, exact }: TimedEvent): boolean => exact && half.test(event.written ?? '');

/** The later neighbour's time as it would be had the reader not taken the slip for a night between. */
function meantAfter(before: TimedEvent, after: TimedEvent): number {
  const isNightLater = after.wall - before.wall > 2 * halfDayMs && after.event.carried === true;
  return isNightLater ? after.wall - 2 * halfDayMs : after.wall;
}

function slipAt(events: readonly TimedEvent[], at: number): number | undefined {
  const [before, here, after] = [events[at - 1], events[at], events[at + 1]];
  if (before === undefined || here === undefined || after === undefined) return undefined;
  if (![before, here, after].every(namesHalf)) return undefined;
  const end = meantAfter(before, after);
  if (end < before.wall || end - before.wall > closeMs) return undefined;
  if (here.wall >= before.wall && here.wall <= end) return undefined;
  const meant = [here.wall - halfDayMs, here.wall + halfDayMs];
  return meant.find((wall) => wall >= before.wall && wall <= end);
}

/** An entry of the 12-hour clock that fits between its close neighbours only in the other half of the day. */
export function halfDayEntries({ events, report }: Context, code: Code): Finding[] {
  return events.flatMap((here, at) => {
    const meant = at === 0 ? undefined : slipAt(events, at);
    const before = events[at - 1];
    if (meant === undefined || before === undefined) return [];
    return report(code, {
      message: say`${quote(here.event.written ?? '')} stands between entries that are at most two hours apart; ${timeText(meant)} fits there, so AM or PM looks mistyped.`,
      path: here.path,
      line: here.event.line,
      cites: [before.path, here.path],
    });
  });
}
