import { findMilestones, momentWindow } from '../../figures/index.ts';
import type { Span } from '../../measurement/periods.ts';
import type { Milestone } from '../../record/milestone.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { TimelineEvent } from '../../record/timeline.ts';

/** Without a stated end an incident is looked at for a day, and not until now. */
const mostMs = 86_400_000;

/** What the record says of when the incident was, by people and sources: what was measured before does not count. */
export type IncidentWindow = Span & {
  /** Confirmed ends of the impact: they decide, whatever the samples say. */
  startedMs?: number;
  endedMs?: number;
  detectedMs?: number;
};

const isMeasured = ({ source }: TimelineEvent): boolean => source?.startsWith('prometheus/') === true;

/** When the incident was; undefined where nothing in the record has a time. */
export function incidentWindow(
  { timeline = [], incident }: PostmortemRecord,
  nowMs: number,
): IncidentWindow | undefined {
  const told = timeline.filter((event) => !isMeasured(event));
  const milestones = findMilestones(told);
  const at = (name: Milestone, confirmed = false): number | undefined => {
    const chosen = milestones.get(name)?.chosen;
    if (chosen === undefined || (confirmed && chosen.inferred)) return undefined;
    return momentWindow(chosen.moment)?.lowMs;
  };
  const times = told.flatMap((event) => momentWindow(event)?.lowMs ?? []).filter((ms) => ms <= nowMs);
  const first = times.length === 0 ? undefined : Math.min(...times);
  const header = (moment: NonNullable<typeof incident>['start']) => moment && momentWindow(moment)?.lowMs;
  const fromMs = at('impactStarted') ?? header(incident?.start) ?? at('detected') ?? first;
  if (fromMs === undefined || fromMs > nowMs) return undefined;
  const within = times.filter((ms) => ms <= fromMs + mostMs);
  const last = within.length < 2 ? undefined : Math.max(...within);
  const latest = Math.min(nowMs, fromMs + mostMs);
  const toMs = at('mitigated') ?? at('resolved') ?? header(incident?.end) ?? last ?? latest;
  const startedMs = at('impactStarted', true);
  const endedMs = at('mitigated', true) ?? at('resolved', true);
  const detectedMs = at('detected');
  return {
    fromMs,
    toMs: Math.min(nowMs, Math.max(fromMs, toMs)),
    ...(startedMs === undefined ? {} : { startedMs }),
    ...(endedMs === undefined ? {} : { endedMs }),
    ...(detectedMs === undefined ? {} : { detectedMs }),
  };
}
