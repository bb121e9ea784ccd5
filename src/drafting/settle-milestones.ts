import { type Milestone, milestones } from '../record/milestone.ts';
import type { DraftEvent } from './draft-event.ts';

/** Milestones that end something: of several candidates the last one counts, of the others the first. */
const endings: ReadonlySet<Milestone> = new Set(['mitigated', 'resolved', 'monitoringConfirmed', 'closed']);

/**
 * Leaves each milestone on one event. A stated one beats every suggestion; a suggestion must not come before what
 * precedes every incident's end (its detection); the end of an alert (`position`) beats wording for `mitigated`.
 */
export function settleMilestones(events: DraftEvent[]): DraftEvent[] {
  const chosen = new Map<Milestone, DraftEvent>();
  for (const milestone of milestones) {
    const detectedMs = chosen.get('detected')?.epochMs ?? -Infinity;
    const found = events.filter((event) => event.milestone === milestone);
    const stated = found.filter(({ inferredFrom }) => inferredFrom === undefined);
    const later = found.filter(({ epochMs }) => epochMs >= detectedMs);
    const byPosition = later.filter(({ inferredFrom }) => inferredFrom === 'position');
    const candidates = stated.length > 0 ? stated : byPosition.length > 0 ? byPosition : later;
    const event = endings.has(milestone) ? candidates.at(-1) : candidates[0];
    if (event) chosen.set(milestone, event);
  }
  return events.map((event) => {
    if (event.milestone === undefined || chosen.get(event.milestone) === event) return event;
    const { milestone: _milestone, inferredFrom: _inferredFrom, ...rest } = event;
    return rest;
  });
}
