import type { Finding } from '../../record/finding.ts';
import type { Milestone } from '../../record/milestone.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { explicitEvents } from '../timed-event.ts';
import { dayOf, timeText } from '../wall.ts';
import { readable } from '../words.ts';

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

/** Latest of `later` before the earliest of `first`: several outages in one document do not trip over each other. */
function breach(context: Context, first: Milestone, then: Milestone): Finding | undefined {
  const starts = explicitEvents(context.events, [first]);
  const ends = explicitEvents(context.events, [then]);
  const start = starts.toSorted((a, b) => a.wall - b.wall)[0];
  const end = ends.toSorted((a, b) => b.wall - a.wall)[0];
  if (start === undefined || end === undefined) return undefined;
  const exact = start.exact && end.exact;
  const before = exact
    ? start.zoned === end.zoned
      ? end.ms < start.ms
      : end.wall < start.wall
    : dayOf(end.wall) < dayOf(start.wall);
  if (!before) return undefined;
  return context.report(code, {
    message: `${readable(then)} (${timeText(end.wall)}) lies before ${readable(first)} (${timeText(start.wall)}).`,
    path: end.path,
    line: end.event.line,
    cites: [start.path, end.path],
  });
}

/** Explicit milestones in an order that cannot be. */
export const milestoneOrder: Check = {
  codes: [code],
  run: (context) => never.flatMap(({ first, later }) => later.flatMap((name) => breach(context, first, name) ?? [])),
};
