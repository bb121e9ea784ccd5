import type { Context } from '../context.ts';
import { explicitEvents } from '../timed-event.ts';
import { dayOf, wallMs } from '../wall.ts';

/** The day from which horizons count: the stated date of the incident, else the end, else the day of the timeline. Wall ms. */
export function baseDay(context: Context): number | undefined {
  const { incident } = context.record;
  const resolved = explicitEvents(context.events, ['resolved', 'mitigated']).at(-1);
  const candidates = [
    wallMs(incident?.date ?? ''),
    wallMs(incident?.end?.at ?? ''),
    resolved?.wall ?? NaN,
    wallMs(incident?.start?.at ?? ''),
    context.events[0]?.wall ?? NaN,
  ];
  const found = candidates.find((candidate) => !Number.isNaN(candidate));
  return found === undefined ? undefined : dayOf(found);
}
