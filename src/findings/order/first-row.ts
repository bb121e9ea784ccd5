import { roleOf } from '../contradiction/entry-role.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';

/** At most so many rows that belong before the first. */
const mostBehind = 2;

/** Rows looked at: enough to see that the others are in order. */
const mostRows = 40;

const inTable = (context: Context, { event }: TimedEvent): boolean =>
  context.lineText(event.line).trimStart().startsWith('|');

/** The entries of the table that begins with entry `first`: one row under the other. */
function rowsFrom(context: Context, events: readonly TimedEvent[], first: number): TimedEvent[] {
  const rows: TimedEvent[] = [];
  for (let at = first; at < Math.min(events.length, first + mostRows); at += 1) {
    const [here, previous] = [events[at], rows.at(-1)];
    if (here === undefined || !here.exact || !inTable(context, here)) break;
    if (previous !== undefined && here.event.line !== (previous.event.line ?? 0) + 1) break;
    rows.push(here);
  }
  return rows;
}

/**
 * Is `here` the second row of a table whose first row tells of a failure and alone stands too early? Then notice is told before the
 * outage began: a slip of the time, or a row in another zone than the table names.
 */
export function isBeforeFirstRow(context: Context, events: readonly TimedEvent[], here: number): boolean {
  const [first, second, before] = [events[here - 1], events[here], events[here - 2]];
  if (first === undefined || second === undefined || !roleOf(first).onset || !inTable(context, first)) return false;
  if (before !== undefined && before.event.line === (first.event.line ?? 0) - 1) return false;
  const rows = rowsFrom(context, events, here - 1);
  const behind = rows.filter(({ wall }) => wall < first.wall).length;
  const others = rows.slice(1);
  const ascend = others.every(({ wall }, at) => at === 0 || wall >= (others[at - 1]?.wall ?? 0));
  return ascend && roleOf(second).notice && behind <= mostBehind && others.length >= behind + 2;
}
