import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { daysLater, instantAt } from '../calendar/zoned.ts';

/** Where days are counted: in which zone a day begins and ends, and whose public holidays are days off. */
export type Calendar = {
  zone: string;
  regions: readonly string[];
  isHoliday: (region: string, day: string) => boolean;
};

/** Saturdays, Sundays and the holidays of the regions. */
export const workCalendar = ({ zone, regions, isHoliday }: Calendar): WorkCalendar => ({
  zone,
  weekend: [6, 7],
  isHoliday: (day) => regions.some((region) => isHoliday(region, day)),
});

/** The instant at which a day is over in a zone, or at which somebody closes on it. */
export const endOf = (day: string, zone: string, closes?: string): number =>
  closes === undefined ? instantAt(daysLater(day, 1), '00:00', zone) : instantAt(day, closes, zone);
