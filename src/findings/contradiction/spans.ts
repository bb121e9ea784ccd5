import type { Claim } from '../../record/claim.ts';
import type { Milestone } from '../../record/milestone.ts';

/** Which milestones a duration figure may sensibly be measured between; documents disagree on the definition. */
export type SpanRule = {
  starts: readonly Milestone[];
  ends: readonly Milestone[];
  /** Without one of these the document does not date the end, and any two entries may explain the claim. */
  own: readonly Milestone[];
  /** Ends in the middle of an incident: a shorter value is another part of it, not a contradiction. */
  partial?: true;
};

const begin = ['impactStarted', 'detected', 'acknowledged', 'declared'] as const;
const over = ['mitigated', 'resolved', 'monitoringConfirmed', 'closed'] as const;

/** Duration figures that can be checked against explicit milestones. */
export const spanRules: ReadonlyMap<string, SpanRule> = new Map<string, SpanRule>([
  ['duration', { starts: begin, ends: over, own: ['resolved', 'mitigated'] }],
  ['downtime', { starts: begin, ends: over, own: ['resolved', 'mitigated'], partial: true }],
  ['timeToDetect', { starts: ['impactStarted'], ends: ['detected', 'acknowledged', 'declared'], own: ['detected'] }],
  ['timeToDeclare', { starts: ['impactStarted', 'detected', 'acknowledged'], ends: ['declared'], own: ['declared'] }],
  [
    'timeToAcknowledge',
    {
      starts: ['impactStarted', 'detected'],
      ends: ['acknowledged', 'declared', 'investigationStarted'],
      own: ['acknowledged'],
    },
  ],
  [
    'timeToTriage',
    { starts: begin, ends: ['triaged', 'investigationStarted', 'rootCauseIdentified'], own: ['triaged'] },
  ],
  [
    'timeToInvestigate',
    {
      starts: [...begin, 'triaged', 'investigationStarted'],
      ends: ['rootCauseIdentified', 'mitigationStarted'],
      own: ['rootCauseIdentified'],
    },
  ],
  [
    'timeToMitigate',
    {
      starts: [...begin, 'investigationStarted', 'rootCauseIdentified', 'mitigationStarted'],
      ends: ['mitigationStarted', ...over],
      own: ['mitigated'],
    },
  ],
  ['timeToRepair', { starts: begin, ends: over, own: ['mitigated'] }],
  ['timeToRecover', { starts: begin, ends: over, own: ['mitigated', 'resolved'] }],
  ['timeToResolve', { starts: begin, ends: over, own: ['resolved', 'closed'] }],
]);

const onlyWholeHours = /^[^\d]{0,30}\d{1,4}\s?(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\b[^\d]*$/i;
const onlyDays = /\b(?:days?|tage?|jours?|weeks?)\b/i;

/**
 * How far a stated duration may lie from a measured one, in seconds: one minute, 15 % when it is "about", and half the
 * unit it was rounded to: "two hours" is no contradiction of 1 h 52 min. Loose words in prose round to five minutes.
 */
export function toleranceOf(claim: Claim): number {
  const value = claim.value ?? 0;
  const share = 0.15 * value;
  if (claim.approximate === true) return Math.max(60, share);
  if (value >= 86_400 && value % 86_400 === 0 && onlyDays.test(claim.text)) return 43_200;
  const spoken = claim.origin === 'prose' || claim.origin === 'title';
  if (value % 3600 === 0 && value > 0 && (spoken || onlyWholeHours.test(claim.text)))
    return Math.max(60, Math.min(1800, share));
  if (spoken && value % 900 === 0) return Math.max(60, Math.min(450, share));
  if (spoken && value % 300 === 0) return Math.max(60, Math.min(150, share));
  return 60;
}

/** Does a measured length agree with the claim, ranges and bounds ("at least", "at most") included? */
export function agrees(claim: Claim, seconds: number): boolean {
  if (claim.value === undefined) return true;
  const slack = toleranceOf(claim);
  const low = claim.qualifier === 'at most' ? -Infinity : claim.value - slack;
  const high = claim.qualifier === 'at least' ? Infinity : (claim.upTo ?? claim.value) + slack;
  return seconds >= low && seconds <= high;
}
