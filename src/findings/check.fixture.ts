import type { Figures } from '../record/figure.ts';
import type { Finding } from '../record/finding.ts';
import { defaultPolicy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { CheckInput } from './check.ts';
import { checkRecord } from './index.ts';

/** Findings of a record, for tests; everything else is empty unless given. */
export function findingsOf(record: PostmortemRecord, rest: Partial<CheckInput> = {}): Finding[] {
  return checkRecord({
    record,
    figures: {} as Figures,
    policy: defaultPolicy,
    places: new Map(),
    claims: record.claims ?? [],
    encoding: { damaged: false },
    ...rest,
  });
}

/** Their codes. */
export const codesOf = (record: PostmortemRecord, rest?: Partial<CheckInput>): string[] =>
  findingsOf(record, rest).map(({ code }) => code);

/** Codes that say a document contradicts itself. */
export const accusations = (codes: readonly string[]): string[] =>
  codes.filter((code) => /^(?:contradiction|impossible|order|invalid)\./.test(code));

/** An exact timeline event in UTC: `at('2025-12-19T14:23', 'Alert', 'detected')`. */
export function at(time: string, text: string, milestone?: NonNullable<TimelineEvent['milestone']>): TimelineEvent {
  return { at: time, written: time, precision: 'instant', zone: 'UTC', text, ...(milestone ? { milestone } : {}) };
}
