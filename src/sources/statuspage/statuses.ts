import type { Milestone, Phase } from '../../record/milestone.ts';

/** What a status means for the incident. Only `resolved` is said of the incident itself; the others suggest. */
export type Meaning = { words: string; phase?: Phase; milestone?: Milestone; isStated?: true };

const meanings: Record<string, Meaning> = {
  investigating: { words: 'investigating', phase: 'investigation', milestone: 'investigationStarted' },
  identified: { words: 'identified', phase: 'investigation', milestone: 'rootCauseIdentified' },
  monitoring: { words: 'monitoring', phase: 'recovery', milestone: 'mitigated' },
  resolved: { words: 'resolved', phase: 'recovery', milestone: 'resolved', isStated: true },
  postmortem: { words: 'post-mortem' },
  scheduled: { words: 'scheduled' },
  notstartedyet: { words: 'scheduled' },
  inprogress: { words: 'in progress' },
  verifying: { words: 'verifying' },
  completed: { words: 'completed' },
};

/** Statuses without case and separators: Instatus writes `INPROGRESS`, Statuspage `in_progress`. */
const bare = (status: string) => status.toLowerCase().replace(/[^a-z]/g, '');

/** What the status of a post means; undefined when it is not known. */
export const meaningOf = (status: string): Meaning | undefined =>
  Object.hasOwn(meanings, bare(status)) ? meanings[bare(status)] : undefined;

const componentWords: Record<string, string> = {
  operational: 'operational',
  degradedperformance: 'degraded performance',
  partialoutage: 'partial outage',
  minoroutage: 'minor outage',
  majoroutage: 'major outage',
  undermaintenance: 'under maintenance',
};

/** The status of a component in words; undefined when it is not known. */
export const componentWordsOf = (status: string): string | undefined =>
  Object.hasOwn(componentWords, bare(status)) ? componentWords[bare(status)] : undefined;
