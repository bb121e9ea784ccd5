import type { Phase } from '../record/milestone.ts';
import type { DraftEvent } from './draft-event.ts';
import type { Settled } from './settle-conditions.ts';
import { tell } from './tell.ts';

/** A change this long before the first sign is told with it; it may have been the cause, and nobody says that it was. */
const changesBeforeMs = 2 * 3_600_000;
/** Alerts that the account tells, and measured moments; the timeline has all. */
const [mostAlerts, mostMeasured] = [5, 20];
const order: Phase[] = ['detection', 'investigation', 'mitigation', 'recovery'];

/** What the account is made of: milestones, steps, what was measured, the first alerts, and changes shortly before or during. */
function chosen(events: DraftEvent[], { open, closed }: Settled): DraftEvent[] {
  const openings = new Set([...open, ...closed].map(({ openedBy }) => openedBy));
  const alerts = new Set(events.filter(({ key }) => openings.has(key)).slice(0, mostAlerts));
  const firstMs = events.find((event) => alerts.has(event) || event.milestone)?.epochMs ?? Infinity;
  const isNear = ({ change, epochMs }: DraftEvent) => change === true && epochMs >= firstMs - changesBeforeMs;
  const measured = new Set(events.filter(({ source }) => source.startsWith('prometheus/')).slice(0, mostMeasured));
  return events.filter(
    (event) => event.milestone || event.step || measured.has(event) || alerts.has(event) || isNear(event),
  );
}

/** What happened, in the order in which it did: a paragraph for each phase, each sentence one event and its citation. */
export function accountOf(events: DraftEvent[], settled: Settled): string {
  const byPhase = Map.groupBy(chosen(events, settled), ({ phase }) => phase ?? 'detection');
  return [...order, ...[...byPhase.keys()].filter((phase) => !order.includes(phase))]
    .map((phase) => (byPhase.get(phase) ?? []).map(tell).join(' '))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** How it ended: what was done, and what showed that it helped. */
export function resolutionOf(events: DraftEvent[]): string {
  const from = events.findIndex(({ milestone }) => milestone === 'mitigationStarted');
  if (from < 0) return '';
  const ends = new Set(['mitigationStarted', 'mitigated', 'resolved', 'monitoringConfirmed']);
  return events
    .slice(from)
    .filter(({ milestone, step, change }) => step !== undefined || change || ends.has(milestone ?? ''))
    .map(tell)
    .join(' ');
}
