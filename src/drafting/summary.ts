import type { Milestone } from '../record/milestone.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { DraftEvent } from './draft-event.ts';
import { lasting } from './impact.ts';
import { tell } from './tell.ts';

/** Milestones that a summary tells, in this order. */
const told: Milestone[] = [
  'impactStarted',
  'detected',
  'declared',
  'rootCauseIdentified',
  'mitigationStarted',
  'mitigated',
  'resolved',
];

/** What of them tells how it began. */
const begins: ReadonlySet<string> = new Set(['impactStarted', 'detected', 'declared']);

/** The summary, whole and in parts: every sentence tells one event and cites it. Empty without an event. */
export function summaryOf(events: DraftEvent[]): NonNullable<PostmortemRecord['summary']> {
  const at = (milestone: Milestone) => events.find((event) => event.milestone === milestone);
  const milestones = told.flatMap((milestone) => at(milestone) ?? []);
  const chosen = milestones.length > 0 ? milestones : events.slice(0, 1);
  if (chosen.length === 0) return {};
  const storms = events.filter((event) => (event.count ?? 1) > 1 && !chosen.includes(event));
  const worst = storms.toSorted((a, b) => (b.count ?? 1) - (a.count ?? 1))[0];
  const all = [...chosen.map(tell), ...(worst ? [tell(worst)] : [])];
  const beginning = Math.max(1, chosen.findLastIndex(({ milestone = '' }) => begins.has(milestone)) + 1);
  const impact = lasting(events);
  const cause = at('rootCauseIdentified');
  const end = at('resolved') ?? at('mitigated');
  const ending = [at('mitigationStarted'), end].filter((event) => event !== undefined);
  return {
    text: all.join(' '),
    what: chosen.slice(0, beginning).map(tell).join(' '),
    ...(impact === undefined ? {} : { impact }),
    ...(cause ? { rootCause: tell(cause) } : {}),
    ...(end ? { resolution: ending.map(tell).join(' ') } : {}),
  };
}
