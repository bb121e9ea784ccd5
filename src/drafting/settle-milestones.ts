import { type Milestone, milestones } from '../record/milestone.ts';
import { type DraftEvent, withoutMilestone } from './draft-event.ts';

/** Milestones that end something: of several candidates the last one counts, of the others the first. */
const endings: ReadonlySet<Milestone> = new Set(['mitigated', 'resolved', 'monitoringConfirmed', 'closed']);

/** Milestones that something ended at; mitigation does not begin after them. */
const isEnd = ({ milestone }: DraftEvent): boolean => milestone === 'mitigated' || milestone === 'resolved';

/** When something ended that is stated to have ended. */
function statedEndMs(events: readonly DraftEvent[]): number {
  const ends = events.filter((event) => isEnd(event) && event.inferredFrom === undefined);
  return Math.min(...ends.map(({ epochMs }) => epochMs));
}

/**
 * Leaves each milestone on one event. A stated one beats every suggestion, and what the document has beats what only evidence has, so that
 * the next draft says the same. A new suggestion must not come before the detection, nor mitigation begin after its stated end; the end of an alert
 * (`position`) beats wording for `mitigated`.
 */
export function settleMilestones(events: DraftEvent[]): DraftEvent[] {
  const chosen = new Map<Milestone, DraftEvent>();
  const endMs = statedEndMs(events);
  for (const milestone of milestones) {
    const sinceMs = (chosen.get('detected') ?? chosen.get('impactStarted'))?.epochMs ?? -Infinity;
    const untilMs = milestone === 'mitigationStarted' ? endMs : Infinity;
    const found = events.filter((event) => event.milestone === milestone);
    const stated = found.filter(({ inferredFrom }) => inferredFrom === undefined);
    const later = found.filter(({ epochMs }) => epochMs >= sinceMs && epochMs <= untilMs);
    const byRank = [
      stated.filter(({ isInTimeline }) => isInTimeline),
      stated,
      found.filter(({ isInTimeline }) => isInTimeline),
      later.filter(({ inferredFrom }) => inferredFrom === 'position'),
      later,
    ];
    const candidates = byRank.find((rank) => rank.length > 0) ?? [];
    const event = endings.has(milestone) ? candidates.at(-1) : candidates[0];
    if (event) chosen.set(milestone, event);
  }
  return events.map((event) =>
    event.milestone === undefined || chosen.get(event.milestone) === event ? event : withoutMilestone(event),
  );
}
