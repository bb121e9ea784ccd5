import { instantAfter, readWorkSpan } from '../calendar/work-span.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { findMilestones, momentWindow } from '../figures/index.ts';
import type { Milestone } from '../record/milestone.ts';
import type { Subject } from './occasion.ts';

/** Something a template wants done within a time after the incident. */
export type ProcessDeadline = {
  what: 'written' | 'meeting';
  /** As the template puts it: `48h`. */
  within: string;
  /** The milestone that it counts from, and when that was. */
  from: string;
  sinceMs: number;
  untilMs: number;
};

type Looked = Pick<Subject, 'record' | 'milestones'>;

/** From when a deadline counts: the first of some milestones that somebody confirmed, else the stated end or start. */
function baseOf({ milestones, record }: Looked, wanted: readonly Milestone[]): [string, number] | undefined {
  const found = findMilestones(milestones.filter(({ inferred }) => inferred !== true));
  for (const milestone of wanted) {
    const chosen = found.get(milestone)?.chosen;
    const window = chosen === undefined ? undefined : momentWindow(chosen.moment);
    if (window !== undefined) return [milestone, window.highMs];
  }
  const end = wanted.includes('resolved') ? record.incident?.end : record.incident?.start;
  const window = end === undefined ? undefined : momentWindow(end);
  return window === undefined ? undefined : [wanted[0] ?? '', window.highMs];
}

/** The deadlines of the template that nobody has met yet: the document written, the meeting held. */
export function processDeadlines(
  { policy, ...looked }: Looked & Pick<Subject, 'policy'>,
  calendar: WorkCalendar,
): ProcessDeadline[] {
  const { document, meeting } = looked.record;
  const met = {
    written: document?.completedOn !== undefined,
    meeting: meeting?.date !== undefined || meeting?.at !== undefined,
  };
  const base = baseOf(looked, ['closed', 'resolved']);
  if (base === undefined) return [];
  const [from, sinceMs] = base;
  return (['written', 'meeting'] as const).flatMap((what) => {
    const within = met[what] ? undefined : policy.deadlines[what];
    const span = within === undefined ? undefined : readWorkSpan(within);
    if (within === undefined || span === undefined) return [];
    return [{ what, within, from, sinceMs, untilMs: instantAfter(sinceMs, span, calendar) }];
  });
}
