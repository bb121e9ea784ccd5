import type { Milestone } from '../record/milestone.ts';
import type { Moment } from '../record/moment.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { isPoint, momentWindow } from './moment-window.ts';

/** One end of a span: a milestone's event, or a moment of the header. */
export type SpanEnd = {
  /** Milestone name, or a record path such as `incident.start`. */
  name: string;
  /** Record path of the moment. */
  path: string;
  moment: Moment;
  inferred: boolean;
  /** `last of 3`, when several events have the milestone. */
  note?: string;
};

/** The events of one milestone: the one that counts, all usable ones by time, and those whose time cannot be read. */
export type MilestoneEvents = { chosen?: SpanEnd; usable: SpanEnd[]; unreadable: SpanEnd[] };
export type Milestones = ReadonlyMap<string, MilestoneEvents>;

/** Ends of an incident: after a relapse the last one is true. Of all other milestones the first counts. */
const lastCounts: ReadonlySet<Milestone> = new Set(['mitigated', 'resolved', 'monitoringConfirmed', 'closed']);

/** Confirmed events go before suggested ones, exact times before ranges and days; among equals time decides, not row order. */
function choose(milestone: Milestone, usable: SpanEnd[]): SpanEnd | undefined {
  if (usable.length < 2) return usable[0];
  const confirmed = usable.filter(({ inferred }) => !inferred);
  const trusted = confirmed.length > 0 ? confirmed : usable;
  const exact = trusted.filter(({ moment }) => isPoint(moment));
  const best = exact.length > 0 ? exact : trusted;
  const last = lastCounts.has(milestone);
  const chosen = last ? best.at(-1) : best[0];
  if (chosen === undefined || best.length < 2) return chosen;
  return { ...chosen, note: `${last ? 'last' : 'first'} of ${best.length}` };
}

/** Finds the events of each milestone in a timeline, in any order of rows. */
export function findMilestones(timeline: readonly TimelineEvent[]): Milestones {
  const found = new Map<Milestone, MilestoneEvents>();
  for (let index = 0; index < timeline.length; index++) {
    const event = timeline[index];
    if (event?.milestone === undefined) continue;
    let events = found.get(event.milestone);
    if (events === undefined) found.set(event.milestone, (events = { usable: [], unreadable: [] }));
    const inferred = event.inferred === true;
    const end: SpanEnd = { name: event.milestone, path: `timeline[${index}]`, moment: event, inferred };
    (momentWindow(event) === undefined ? events.unreadable : events.usable).push(end);
  }
  for (const [milestone, events] of found) {
    if (events.usable.length > 1) events.usable = byTime(events.usable);
    const chosen = choose(milestone, events.usable);
    if (chosen !== undefined) events.chosen = chosen;
  }
  return found;
}

function byTime(ends: SpanEnd[]): SpanEnd[] {
  const timed = ends.map((end) => ({ end, lowMs: momentWindow(end.moment)?.lowMs ?? Number.NaN }));
  return timed.sort((a, b) => a.lowMs - b.lowMs).map(({ end }) => end);
}
