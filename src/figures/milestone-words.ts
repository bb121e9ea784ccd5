import type { Milestone } from '../record/milestone.ts';
import { type Said, say } from '../record/said.ts';

/** How to ask for a milestone: what it is called, and which event to add. */
const milestoneWords: { [M in Milestone]: { noun: Said; when: Said } } = {
  impactStarted: { noun: say`impact start`, when: say`when impact began` },
  detected: { noun: say`detection`, when: say`when it was first noticed` },
  acknowledged: { noun: say`acknowledgement`, when: say`when somebody took it up` },
  declared: { noun: say`declaration`, when: say`when the incident was declared` },
  triaged: { noun: say`triage`, when: say`when its scope and severity were clear` },
  investigationStarted: { noun: say`start of the investigation`, when: say`when the investigation began` },
  rootCauseIdentified: { noun: say`root cause`, when: say`when the root cause was found` },
  mitigationStarted: { noun: say`start of the mitigation`, when: say`when the first mitigation began` },
  mitigated: { noun: say`mitigation`, when: say`when impact ended` },
  resolved: { noun: say`resolution`, when: say`when it was resolved` },
  monitoringConfirmed: { noun: say`confirmation by monitoring`, when: say`when monitoring confirmed the recovery` },
  closed: { noun: say`closing`, when: say`when the incident was closed` },
};

/** True for the name of a milestone, also when it comes from a template. */
export function isMilestone(name: string): name is Milestone {
  return Object.hasOwn(milestoneWords, name);
}

const reasons: ReadonlyMap<string, Said> = new Map(
  Object.entries(milestoneWords).map(([milestone, { noun, when }]) => [
    milestone,
    say`${noun} is missing: add the event ${when} and mark it ${milestone}`,
  ]),
);

/** `impact start is missing: add the event when impact began and mark it impactStarted`. */
export function missingReason(milestone: Milestone): Said {
  return reasons.get(milestone) ?? say`${milestone} is missing: add the event`;
}
