import { findMilestones } from '../../../../src/figures/milestones.ts';
import { momentWindow } from '../../../../src/figures/moment-window.ts';
import type { Policy } from '../../../../src/record/policy.ts';
import type { PostmortemRecord } from '../../../../src/record/record.ts';
import { toEpochMs } from '../../../../src/values/instant.ts';
import { addSpan, readSpan } from '../../../../src/values/span.ts';

/** One deadline of the template. `dueMs` is undefined while the resolution, from which it counts, has no time. */
export type Clock = {
  name: string;
  limit: string;
  dueMs: number | undefined;
  state: 'running' | 'late' | 'done' | 'doneLate';
};

const doneOn: Record<string, (record: PostmortemRecord) => string | undefined> = {
  written: (record) => record.document?.completedOn,
  meeting: (record) => record.meeting?.date ?? record.meeting?.at?.at,
};

function resolvedMs(record: PostmortemRecord): number | undefined {
  const moment = findMilestones(record.timeline ?? []).get('resolved')?.chosen?.moment ?? record.incident?.end;
  return moment === undefined ? undefined : momentWindow(moment)?.highMs;
}

/** The deadlines of a policy as they stand at `nowMs`. */
export function readClocks(record: PostmortemRecord, { deadlines }: Policy, nowMs: number): Clock[] {
  const startMs = resolvedMs(record);
  return Object.entries(deadlines).map(([name, limit]) => {
    const span = readSpan(limit);
    const dueMs = startMs === undefined || span === undefined ? undefined : addSpan(startMs, span);
    const doneMs = toEpochMs(doneOn[name]?.(record) ?? '');
    const isDone = !Number.isNaN(doneMs);
    const late = dueMs !== undefined && (isDone ? doneMs : nowMs) > dueMs;
    return { name, limit, dueMs, state: isDone ? (late ? 'doneLate' : 'done') : late ? 'late' : 'running' };
  });
}
