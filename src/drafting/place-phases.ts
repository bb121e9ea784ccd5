import type { Milestone, Phase } from '../record/milestone.ts';
import type { DraftEvent } from './draft-event.ts';

/** Milestone that begins a phase, latest first. */
const beginnings: { milestones: Milestone[]; phase: Phase }[] = [
  { milestones: ['mitigated', 'resolved'], phase: 'recovery' },
  { milestones: ['mitigationStarted'], phase: 'mitigation' },
  { milestones: ['acknowledged', 'investigationStarted', 'declared'], phase: 'investigation' },
];

/** Gives events without a phase the one they lie in: from its first milestone on; before all of them it is detection. */
export function placePhases(events: DraftEvent[]): DraftEvent[] {
  const starts = beginnings.map(({ milestones, phase }) => ({
    phase,
    fromMs: Math.min(
      ...events
        .filter((event) => event.milestone && milestones.includes(event.milestone))
        .map((event) => event.epochMs),
    ),
  }));
  return events.map((event) => {
    if (event.phase) return event;
    const phase = starts.find(({ fromMs }) => event.epochMs >= fromMs)?.phase ?? 'detection';
    return { ...event, phase };
  });
}
