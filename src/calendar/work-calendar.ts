/** When an organisation works. Days are `YYYY-MM-DD`, times of day `HH:MM`, both in its zone. */
export type WorkCalendar = {
  /** UTC, a fixed offset, or an IANA name. */
  zone: string;
  /** Days of the week on which nobody works: 1 is Monday, 7 is Sunday. */
  weekend: readonly number[];
  isHoliday: (day: string) => boolean;
  /** From when to when nobody is spoken to; it may go over midnight. */
  quiet?: { from: string; to: string };
};

/** Monday to Friday in UTC, without holidays. */
export const plainCalendar: WorkCalendar = { zone: 'UTC', weekend: [6, 7], isHoliday: () => false };
