import type { Issue, Page } from './tracker.ts';

/**
 * Where a list goes on that is ordered by change and asked for by a moment. It goes on from the moment of its last issue, for what
 * is changed meanwhile moves to its end, and by page numbers another would be passed over; by pages only within one moment.
 */
export function nextPage({ sinceMs, cursor, nowMs }: Page, issues: readonly Issue[], size: number): Page | undefined {
  const last = issues.at(-1);
  if (last === undefined || issues.length < size) return undefined;
  const untilMs = Math.max(...issues.map(({ updatedMs }) => updatedMs));
  return untilMs > sinceMs ? { sinceMs: untilMs, nowMs } : { sinceMs, nowMs, cursor: String(Number(cursor ?? 1) + 1) };
}
