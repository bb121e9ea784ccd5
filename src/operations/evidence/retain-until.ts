import { z } from 'zod';

/** A day (its first moment in UTC) or an instant, as people and programs write them; an RFC 3339 instant in UTC as output. */
export const Until = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'a day (2030-12-31) or an instant (2030-12-31T12:00:00Z)')
  .transform((text) => new Date(text).toISOString())
  // Beyond these years it is written in another way, which no database takes.
  .refine((instant) => /^(?:19|[2-9]\d)\d\d-/.test(instant), 'a year from 1900 to 9999');

const dayMs = 86_400_000;

/** The instant so many days after another. */
export const daysAfter = (now: string, days: number): string => new Date(Date.parse(now) + days * dayMs).toISOString();
