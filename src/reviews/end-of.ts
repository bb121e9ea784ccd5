import { findMilestones, momentWindow } from '../figures/index.ts';
import type { PostmortemRecord } from '../record/record.ts';

/** The moment a ladder counts from, and the record path that says it. */
export type IncidentEnd = { ms: number; cite: string };

/** When an incident was over: closed, else resolved, by a milestone that somebody confirmed; else the end in its header. */
export function endOf({ timeline = [], incident }: PostmortemRecord): IncidentEnd | undefined {
  const milestones = findMilestones(timeline.filter(({ inferred }) => inferred !== true));
  for (const name of ['closed', 'resolved']) {
    const chosen = milestones.get(name)?.chosen;
    const window = chosen === undefined ? undefined : momentWindow(chosen.moment);
    if (window !== undefined) return { ms: window.highMs, cite: `timeline.${name}` };
  }
  const window = incident?.end === undefined ? undefined : momentWindow(incident.end);
  return window === undefined ? undefined : { ms: window.highMs, cite: 'incident.end' };
}
