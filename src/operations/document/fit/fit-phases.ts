import { type Milestone, type Phase, phases } from '../../../record/milestone.ts';
import type { PostmortemRecord } from '../../../record/record.ts';
import type { Template } from '../../../templates/index.ts';
import { toEpochMs } from '../../../values/instant.ts';

/** The phase a milestone stands in, and the one of the events after it. */
const phaseOf: { [name in Milestone]: [own: Phase, after: Phase] } = {
  impactStarted: ['detection', 'detection'],
  detected: ['detection', 'detection'],
  acknowledged: ['detection', 'investigation'],
  declared: ['detection', 'investigation'],
  triaged: ['detection', 'investigation'],
  investigationStarted: ['investigation', 'investigation'],
  rootCauseIdentified: ['investigation', 'mitigation'],
  mitigationStarted: ['mitigation', 'mitigation'],
  mitigated: ['mitigation', 'recovery'],
  resolved: ['recovery', 'recovery'],
  monitoringConfirmed: ['recovery', 'recovery'],
  closed: ['recovery', 'recovery'],
};

/**
 * Gives events without a phase the one that the milestones before them leave, for templates with phases.
 * A phase never goes back. Without any milestone, nothing is known and nothing changes.
 */
export function fitPhases(record: PostmortemRecord, template: Template): PostmortemRecord {
  const timeline = record.timeline ?? [];
  const wanted = template.policy.phases.length > 0;
  if (!wanted || timeline.some((event) => event.phase !== undefined)) return record;
  if (!timeline.some((event) => event.milestone !== undefined)) return record;
  const order = timeline
    .map((event, index) => ({ event, index, ms: toEpochMs(event.at ?? '', event.zone) }))
    .toSorted((left, right) => (left.ms < right.ms ? -1 : left.ms > right.ms ? 1 : left.index - right.index));
  const fitted = [...timeline];
  let floor = 0;
  let reached = 0;
  for (const { event, index } of order) {
    const [own, after] = event.milestone === undefined ? [] : phaseOf[event.milestone];
    const phase = own === undefined ? reached : Math.max(phases.indexOf(own), floor);
    fitted[index] = { ...event, phase: phases[phase] ?? 'detection' };
    if (own !== undefined && after !== undefined) {
      floor = Math.max(floor, phases.indexOf(own));
      reached = Math.max(reached, phases.indexOf(after));
    }
  }
  return { ...record, timeline: fitted };
}
