import type { Figure } from '../record/figure.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { say } from '../record/said.ts';
import type { FigureFamily } from './family.ts';
import { sumOfOutages } from './outages.ts';
import { serviceDowntimes } from './services.ts';
import { milestoneSpan } from './spans.ts';
import { statedDuration } from './stated-duration.ts';
import { boundsOf, isUsable, unknownFigure } from './unknown.ts';
import { reworded } from './wording.ts';

/** The longest stated downtime of the services that were down, or of those that were degraded: a suggestion. */
function longestStated(record: PostmortemRecord, degraded: boolean): Figure | undefined {
  const stated = serviceDowntimes(record).filter(
    (service) => service.degraded === degraded && isUsable(service.figure),
  );
  stated.sort((a, b) => (boundsOf(b.figure)?.to ?? 0) - (boundsOf(a.figure)?.to ?? 0));
  const longest = stated[0];
  if (longest === undefined) return undefined;
  return { ...reworded(longest.figure, say`longest stated downtime: ${longest.name}`), status: 'inferred' };
}

function statedOverall(record: PostmortemRecord): Figure | undefined {
  const stated = record.impact?.technical?.downtime;
  const figure = stated === undefined ? undefined : statedDuration(stated, 'impact.technical.downtime');
  return isUsable(figure) ? { ...figure, status: 'inferred' } : undefined;
}

/** How long the service was down, and how long it was degraded. */
export const downtime: FigureFamily = {
  describes: [
    {
      name: 'downtime',
      formula:
        'mitigated, else resolved - impactStarted; the sum of the windows when there are several outages; else as stated (inferred)',
      unit: 'seconds',
      unknownWhen: 'impact start or its end is missing and no downtime is stated, or the order is impossible',
    },
    {
      name: 'degraded',
      formula: 'longest stated downtime of the systems whose impact level is degraded or partial (inferred)',
      unit: 'seconds',
      unknownWhen: 'no degraded system states how long',
    },
  ],
  *compute({ record, policy, milestones }) {
    const own = milestoneSpan({ from: ['impactStarted'], to: ['mitigated', 'resolved'] }, milestones);
    const impossible = own.reason?.startsWith('impossible order') === true;
    const stated = isUsable(own) || impossible ? undefined : (longestStated(record, false) ?? statedOverall(record));
    if (!Object.hasOwn(policy.figures, 'downtime')) yield ['downtime', sumOfOutages(milestones) ?? stated ?? own];
    const reason = 'no degraded system is stated: add it to the affected systems, with its impact level and how long';
    const formula = 'longest stated downtime of a degraded system';
    if (!Object.hasOwn(policy.figures, 'degraded'))
      yield ['degraded', longestStated(record, true) ?? unknownFigure('seconds', formula, reason)];
  },
};
