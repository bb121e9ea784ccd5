import type { Finding } from '../record/finding.ts';
import { followThrough } from './actions/follow-through.ts';
import { horizons } from './actions/horizon.ts';
import { vagueActions } from './actions/vague.ts';
import { rootCause } from './cause/root-cause.ts';
import { whys } from './cause/whys.ts';
import type { Check, CheckInput, Code } from './check.ts';
import { missingMilestones } from './completeness/milestones.ts';
import { parts } from './completeness/parts.ts';
import { contextOf } from './context.ts';
import { atOnce } from './contradiction/at-once.ts';
import { availability } from './contradiction/availability.ts';
import { claims } from './contradiction/claims.ts';
import { columnTotal } from './contradiction/column-total.ts';
import { cost } from './contradiction/cost.ts';
import { duration } from './contradiction/duration.ts';
import { ownFigures } from './contradiction/figure.ts';
import { freeText } from './contradiction/free-text.ts';
import { fieldWindow } from './contradiction/field-window.ts';
import { header } from './contradiction/header.ts';
import { mean } from './contradiction/mean.ts';
import { measured } from './contradiction/measured.ts';
import { reporting } from './contradiction/reporting.ts';
import { rowLength } from './contradiction/row-length.ts';
import { sla } from './contradiction/sla.ts';
import { targets } from './contradiction/targets.ts';
import { windows } from './contradiction/windows.ts';
import { blame } from './language/blame.ts';
import { counterfactual } from './language/counterfactual.ts';
import { dates } from './order/dates.ts';
import { invalidTime } from './order/invalid.ts';
import { milestoneOrder } from './order/milestones.ts';
import { timelineOrder } from './order/timeline.ts';
import { windowOrder } from './order/window.ts';
import { clocks } from './process/clocks.ts';
import { culture } from './process/culture.ts';
import { deadlines } from './process/deadlines.ts';
import { encoding } from './process/encoding.ts';
import { zone } from './zone/zone.ts';

export type { Check, CheckInput, Code } from './check.ts';

/** Every check there is. A new one is a file and a line here, and a page in docs/findings for each of its codes. */
export const checks: readonly Check[] = [
  duration,
  freeText,
  ownFigures,
  claims,
  header,
  availability,
  cost,
  sla,
  measured,
  reporting,
  targets,
  windows,
  atOnce,
  columnTotal,
  mean,
  rowLength,
  fieldWindow,
  timelineOrder,
  milestoneOrder,
  windowOrder,
  dates,
  invalidTime,
  zone,
  parts,
  missingMilestones,
  rootCause,
  whys,
  followThrough,
  horizons,
  vagueActions,
  blame,
  counterfactual,
  deadlines,
  clocks,
  encoding,
  culture,
];

/** Every kind of finding, sorted by code. */
export const codes: readonly Code[] = checks
  .flatMap((check) => check.codes)
  .toSorted((a, b) => a.code.localeCompare(b.code, 'en'));

const rank = { error: 0, warning: 1, note: 2 } as const;

/**
 * Runs all checks on one document: errors first, then by line. Pure; time is linear in the size of the document, apart from pairs
 * of at most 60 timeline entries.
 */
export function checkRecord(input: CheckInput): Finding[] {
  const context = contextOf(input);
  return checks
    .flatMap((check) => check.run(context))
    .toSorted((a, b) => rank[a.severity] - rank[b.severity] || (a.line ?? Infinity) - (b.line ?? Infinity) || 0);
}
