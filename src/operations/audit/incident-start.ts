import { findMilestones, momentWindow } from '../../figures/index.ts';
import type { PostmortemRecord } from '../../record/record.ts';

/** When an incident began, in milliseconds of the epoch: the confirmed start of its impact, else what its header says; undefined if neither can be read. */
export function incidentStart({ timeline, incident }: PostmortemRecord): number | undefined {
  const { chosen } = findMilestones(timeline ?? []).get('impactStarted') ?? {};
  const moment = chosen !== undefined && !chosen.inferred ? chosen.moment : incident?.start;
  return moment === undefined ? undefined : momentWindow(moment)?.lowMs;
}
