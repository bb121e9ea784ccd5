import { z } from 'zod';
import { asMoment } from './field.ts';

/** How exactly a time is known. `instant` is to the minute or better; `range` lies between `at` and `until`. */
const precisions = ['instant', 'range', 'day', 'unknown'] as const;

/** The parts of a moment, for schemas that carry them beside other fields (timeline events). */
export const momentParts = {
  /** The time as it stands in the document, untouched. */
  written: z.string().optional(),
  /** RFC 3339 of the written wall time, with its offset when known: 2025-12-19T14:23 or 2025-12-19T14:23:00+01:00. */
  at: z.string().optional(),
  /** End of a range, in the form of `at`. */
  until: z.string().optional(),
  precision: z.enum(precisions).default('unknown'),
  /** Zone as written (UTC, CET, Europe/London); absent when none was stated. */
  zone: z.string().optional(),
  /** True when the date comes from an earlier row, a heading, the title or front matter. */
  carried: z.boolean().optional(),
};

/** One moment: what was written, and what it means. */
export const Moment = z.object(momentParts);
export type Moment = z.infer<typeof Moment>;

/** A moment as one optional field. */
export const moment = () => asMoment(Moment);
