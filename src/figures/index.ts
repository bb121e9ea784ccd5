import type { Figure, Figures } from '../record/figure.ts';
import type { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { actions } from './actions.ts';
import { automation } from './automation.ts';
import { costProducts } from './cost-products.ts';
import { costs } from './costs.ts';
import { documentFigures } from './document.ts';
import { downtime } from './downtime.ts';
import { duration } from './duration.ts';
import type { FigureFamily } from './family.ts';
import { followUp } from './follow-up.ts';
import { findMilestones } from './milestones.ts';
import { phases } from './phases.ts';
import { serviceLevel } from './service-level.ts';
import { services } from './services.ts';
import { spans } from './spans.ts';
import { targets } from './targets.ts';

export { agreement } from './agreement.ts';
export { figureNamed } from './figure-name.ts';
export { findMilestones, type MilestoneEvents, type Milestones, type SpanEnd } from './milestones.ts';
export { isPoint, momentWindow, type MomentWindow, zoneOfMoment } from './moment-window.ts';
export { spanBetween } from './span-between.ts';

/** Every family of figures. A family may use the figures of those before it. */
export const figureFamilies: readonly FigureFamily[] = [
  duration,
  spans,
  downtime,
  services,
  phases,
  serviceLevel,
  costs,
  costProducts,
  automation,
  actions,
  followUp,
  documentFigures,
  targets,
];

/**
 * Computes every figure of a record. Pure: `now` (RFC 3339) is only needed for what hangs on the present day. Figures that
 * cannot be computed are `unknown` with a reason; they are never 0 and never left out.
 */
export function computeFigures(record: PostmortemRecord, policy: Policy, options: { now?: string } = {}): Figures {
  const figures = new Map<string, Figure>();
  const milestones = findMilestones(record.timeline ?? []);
  const context = { record, policy, milestones, figures, ...options };
  for (const family of figureFamilies) for (const [name, figure] of family.compute(context)) figures.set(name, figure);
  return Object.fromEntries(figures);
}
