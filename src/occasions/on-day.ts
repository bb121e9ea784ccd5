import { nearestBusinessDay } from '../calendar/business-days.ts';
import { nextAllowed } from '../calendar/next-allowed.ts';
import { dayAfter, readWorkSpan } from '../calendar/work-span.ts';
import { instantAt } from '../calendar/zoned.ts';
import type { Follow } from './occasion.ts';

/** One moment of a ladder: `-3bd`, and the instant. */
export type Step = { step: string; at: string };

const isNothing = (span: object): boolean => Object.values(span).every((count) => count === 0);

/**
 * When something is said that hangs on a day, so long before it or after it: at the hour of the organisation, on a working day. What is
 * early comes on the working day before a day off, what is late on the one after it.
 */
function onDay(day: string, text: string, sign: 1 | -1, { calendar, hour }: Follow): string | undefined {
  const span = readWorkSpan(text);
  // Beyond this no calendar of ours counts: `9999-12-31` stands for never.
  if (span === undefined || day > '9000') return undefined;
  const meant = isNothing(span) ? day : dayAfter(day, span, calendar, sign);
  const worked = nearestBusinessDay(meant, calendar, sign);
  return new Date(nextAllowed(instantAt(worked, hour, calendar.zone), calendar)).toISOString();
}

/** The moments of a ladder of spans around a day; of two at the same moment the one that is named first. */
export function stepsAround(day: string, spans: readonly string[], before: '-' | '+', follow: Follow): Step[] {
  const steps = spans.flatMap((span): Step[] => {
    const at = onDay(day, span, before === '-' ? -1 : 1, follow);
    return at === undefined ? [] : [{ step: before + span, at }];
  });
  return steps.filter(({ at }, index) => steps.findIndex((step) => step.at === at) === index);
}
