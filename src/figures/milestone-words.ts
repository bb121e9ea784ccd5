import type { Milestone } from '../record/milestone.ts';

/** How to ask for a milestone: what it is called, and which event to add. */
const milestoneWords: { [M in Milestone]: { noun: string; when: string } } = {
  impactStarted: { noun: 'impact start', when: 'when impact began' },
  detected: { noun: 'detection', when: 'when it was first noticed' },
  acknowledged: { noun: 'acknowledgement', when: 'when somebody took it up' },
  declared: { noun: 'declaration', when: 'when the incident was declared' },
  triaged: { noun: 'triage', when: 'when its scope and severity were clear' },
  investigationStarted: { noun: 'start of the investigation', when: 'when the investigation began' },
  rootCauseIdentified: { noun: 'root cause', when: 'when the root cause was found' },
  mitigationStarted: { noun: 'start of the mitigation', when: 'when the first mitigation began' },
  mitigated: { noun: 'mitigation', when: 'when impact ended' },
  resolved: { noun: 'resolution', when: 'when it was resolved' },
  monitoringConfirmed: { noun: 'confirmation by monitoring', when: 'when monitoring confirmed the recovery' },
  closed: { noun: 'closing', when: 'when the incident was closed' },
};

/** True for the name of a milestone, also when it comes from a template. */
export function isMilestone(name: string): name is Milestone {
  return Object.hasOwn(milestoneWords, name);
}

const reasons: ReadonlyMap<string, string> = new Map(
  Object.entries(milestoneWords).map(([milestone, { noun, when }]) => [
    milestone,
    `${noun} is missing: add the event ${when} and mark it ${milestone}`,
  ]),
);

/** `impact start is missing: add the event when impact began and mark it impactStarted`. */
export function missingReason(milestone: Milestone): string {
  return reasons.get(milestone) ?? `${milestone} is missing: add the event`;
}
