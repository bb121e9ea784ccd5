import type { Figure } from '../record/figure.ts';
import type { Moment } from '../record/moment.ts';
import type { FigureContext, FigureFamily } from './family.ts';
import type { SpanEnd } from './milestones.ts';
import { isPoint, momentWindow } from './moment-window.ts';
import { sumOfOutages } from './outages.ts';
import { spanBetween } from './span-between.ts';
import { milestoneSpan } from './spans.ts';
import { isUsable } from './unknown.ts';

function headerEnd(name: string, moment: Moment | undefined): SpanEnd | undefined {
  if (moment === undefined || momentWindow(moment) === undefined) return undefined;
  return { name, path: name, moment, inferred: false };
}

/** The header counts when it states both ends; a header of whole days gives way to exact milestones. */
function durationOf({ record, milestones }: FigureContext): Figure {
  const start = headerEnd('incident.start', record.incident?.start);
  const end = headerEnd('incident.end', record.incident?.end);
  const header = start !== undefined && end !== undefined ? spanBetween(start, end) : undefined;
  if (header !== undefined && (!isUsable(header) || (start && end && isPoint(start.moment) && isPoint(end.moment))))
    return header;
  const own =
    sumOfOutages(milestones) ??
    milestoneSpan({ from: ['impactStarted', 'detected'], to: ['resolved', 'mitigated'] }, milestones);
  return header !== undefined && own.seconds === undefined ? header : own;
}

/** How long the incident lasted. */
export const duration: FigureFamily = {
  describes: [
    {
      name: 'duration',
      formula:
        'incident.end - incident.start, else resolved, else mitigated - impactStarted, else detected; the sum of the windows when there are several outages',
      unit: 'seconds',
      unknownWhen: 'neither the header nor the timeline states both ends, or the order is impossible',
    },
  ],
  *compute(context) {
    if (!Object.hasOwn(context.policy.figures, 'duration')) yield ['duration', durationOf(context)];
  },
};
