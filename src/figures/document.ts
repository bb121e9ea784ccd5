import type { Figure } from '../record/figure.ts';
import type { Moment } from '../record/moment.ts';
import { say } from '../record/said.ts';
import { reasonOf } from './wording.ts';
import type { FigureContext, FigureFamily } from './family.ts';
import { measured } from './measured.ts';
import type { SpanEnd } from './milestones.ts';
import { momentWindow } from './moment-window.ts';
import { spanBetween } from './span-between.ts';
import { boundsOf, isUsable, unknownFigure } from './unknown.ts';

const limitSeconds = 48 * 3600;
const writtenFormula = 'document.completedOn - resolved';

/** The day (or time) on which the document was completed, as the end of a span. */
function completion(written: string): SpanEnd | undefined {
  const moment: Moment = { written, at: written, precision: written.length === 10 ? 'day' : 'instant' };
  if (momentWindow(moment) === undefined) return undefined;
  return { name: 'document.completedOn', path: 'document.completedOn', moment, inferred: false };
}

function resolution({ record, milestones }: FigureContext): SpanEnd | undefined {
  const moment = record.incident?.end;
  const header: SpanEnd | undefined =
    moment !== undefined && momentWindow(moment) !== undefined
      ? { name: 'incident.end', path: 'incident.end', moment, inferred: false }
      : undefined;
  return milestones.get('resolved')?.chosen ?? header;
}

function writtenIn(context: FigureContext): Figure {
  const stated = context.record.document?.completedOn;
  const resolved = resolution(context);
  if (stated === undefined || resolved === undefined) {
    const reason =
      stated === undefined
        ? 'the completion date of the document is missing: add it as document.completedOn'
        : 'resolution is missing: add the event when it was resolved and mark it resolved';
    return unknownFigure('seconds', writtenFormula, reason);
  }
  const end = completion(stated);
  if (end !== undefined) return spanBetween(resolved, end);
  const reason = say`“${stated}” at document.completedOn is no date: write it as YYYY-MM-DD`;
  return unknownFigure('seconds', writtenFormula, reason, ['document.completedOn']);
}

/** 1 when the document was complete within 48 hours of the resolution, 0 when not. */
function within48Hours(written: Figure): Figure {
  const formula = 'documentWrittenIn <= 48 h';
  const bounds = boundsOf(written);
  if (!isUsable(written) || bounds === undefined)
    return unknownFigure('count', formula, reasonOf(written) ?? 'documentWrittenIn is unknown', written.cites);
  if (bounds.from <= limitSeconds && bounds.to > limitSeconds) {
    const reason = 'the day of completion holds the end of the 48 hours: add the time of day to document.completedOn';
    return unknownFigure('count', formula, reason, written.cites);
  }
  return measured(written.status, 'count', bounds.to <= limitSeconds ? 1 : 0, formula, written.cites);
}

/** When the document was written. */
export const documentFigures: FigureFamily = {
  describes: [
    {
      name: 'documentWrittenIn',
      formula: 'document.completedOn - resolved, else incident.end',
      unit: 'seconds',
      unknownWhen: 'the resolution or the completion date is not stated, or the order is impossible',
    },
    {
      name: 'documentWithin48Hours',
      formula: '1 when documentWrittenIn is at most 48 h, 0 when not',
      unit: 'count',
      unknownWhen: 'documentWrittenIn is unknown, or a date without a time leaves it open',
    },
  ],
  *compute(context) {
    const written = writtenIn(context);
    yield ['documentWrittenIn', written];
    yield ['documentWithin48Hours', within48Hours(written)];
  },
};
