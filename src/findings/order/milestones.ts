import type { Finding } from '../../record/finding.ts';
import type { Milestone } from '../../record/milestone.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { dayOf, timeText } from '../wall.ts';
import { term } from '../words.ts';

const code: Code = {
  code: 'order.milestones',
  severity: 'error',
  sentence: 'A named moment lies before one that must come first.',
  remedy: 'Correct the time or the date that is wrong; until then the figures between them are unknown.',
};

/** What cannot come before what. "Repaired before declared" and "mitigated before detected" are real life. */
const never: readonly { first: Milestone; later: readonly Milestone[] }[] = [
  { first: 'impactStarted', later: ['mitigated', 'resolved', 'closed'] },
  { first: 'detected', later: ['resolved', 'closed'] },
  { first: 'acknowledged', later: ['closed'] },
  { first: 'declared', later: ['resolved', 'closed'] },
  { first: 'mitigationStarted', later: ['closed'] },
];

/** The first and the last event of a milestone by wall time; of equal times the one that stands first. */
type Ends = { earliest: TimedEvent; latest: TimedEvent };

function endsByName(events: readonly TimedEvent[]): ReadonlyMap<Milestone, Ends> {
  const found = new Map<Milestone, Ends>();
  for (const timed of events) {
    const { milestone, inferred } = timed.event;
    if (milestone === undefined || inferred === true) continue;
    const ends = found.get(milestone);
    if (ends === undefined) found.set(milestone, { earliest: timed, latest: timed });
    else if (timed.wall < ends.earliest.wall) ends.earliest = timed;
    else if (timed.wall > ends.latest.wall) ends.latest = timed;
  }
  return found;
}

/** Latest of `later` before the earliest of `first`: several outages in one document do not trip over each other. */
function breach(context: Context, first: Milestone, start: TimedEvent, then: Milestone, end: TimedEvent): Finding[] {
  const exact = start.exact && end.exact;
  const before = exact
    ? start.zoned === end.zoned
      ? end.ms < start.ms
      : end.wall < start.wall
    : dayOf(end.wall) < dayOf(start.wall);
  if (!before) return [];
  return [
    context.report(code, {
      message: say`${term(then)} (${timeText(end.wall)}) lies before ${term(first)} (${timeText(start.wall)}).`,
      path: end.path,
      line: end.event.line,
      cites: [start.path, end.path],
    }),
  ];
}

/** Explicit milestones in an order that cannot be. */
export const milestoneOrder: Check = {
  codes: [code],
  run(context) {
    const ends = endsByName(context.events);
    if (ends.size < 2) return [];
    return never.flatMap(({ first, later }) => {
      const start = ends.get(first)?.earliest;
      if (start === undefined) return [];
      return later.flatMap((then) => {
        const end = ends.get(then)?.latest;
        return end === undefined ? [] : breach(context, first, start, then, end);
      });
    });
  },
};
