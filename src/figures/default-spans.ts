import type { Milestone } from '../record/milestone.ts';

/** A time between two milestones. Of each list the first milestone that is stated counts. */
export type SpanDefinition = { name: string; from: readonly Milestone[]; to: readonly Milestone[] };

const impact: readonly Milestone[] = ['impactStarted', 'detected'];

/** Definitions that hold unless a template has its own. Time to detect has no fallback: an unknown onset is unknown. */
export const defaultSpans: readonly SpanDefinition[] = [
  { name: 'timeToDetect', from: ['impactStarted'], to: ['detected'] },
  { name: 'timeToDeclare', from: ['detected'], to: ['declared'] },
  { name: 'timeToAcknowledge', from: ['detected'], to: ['acknowledged'] },
  { name: 'timeToTriage', from: ['detected'], to: ['triaged'] },
  { name: 'timeToInvestigate', from: ['investigationStarted'], to: ['rootCauseIdentified'] },
  { name: 'timeToMitigate', from: impact, to: ['mitigated'] },
  { name: 'timeToRepair', from: impact, to: ['mitigated'] },
  { name: 'timeToResolve', from: impact, to: ['resolved'] },
];
