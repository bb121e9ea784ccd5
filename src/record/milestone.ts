/** The named moments of an incident, in the order in which they usually happen. */
export const milestones = [
  'impactStarted',
  'detected',
  'acknowledged',
  'declared',
  'triaged',
  'investigationStarted',
  'rootCauseIdentified',
  'mitigationStarted',
  'mitigated',
  'resolved',
  'monitoringConfirmed',
  'closed',
] as const;
export type Milestone = (typeof milestones)[number];

/** Phases of an incident, each with the hue it has everywhere. */
export const phases = ['detection', 'investigation', 'mitigation', 'recovery'] as const;
export type Phase = (typeof phases)[number];
