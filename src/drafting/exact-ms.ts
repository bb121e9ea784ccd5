import { isPoint, momentWindow, zoneOfMoment } from '../figures/index.ts';
import type { Moment } from '../record/moment.ts';

/** The instant of a moment in milliseconds since 1970; undefined for a day, a range, and a time whose zone is not sure. */
export function exactMs(moment: Moment): number | undefined {
  return isPoint(moment) && zoneOfMoment(moment) !== undefined ? momentWindow(moment)?.lowMs : undefined;
}
