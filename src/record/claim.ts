import { z } from 'zod';

/** A value somebody stated. It stands beside the figure of the same name and never replaces it. */
export const Claim = z.object({
  /** Name of the figure it speaks of: duration, timeToDetect, costTotal, errorBudgetConsumed ... */
  figure: z.string(),
  /** In `unit`; absent when the text gives no number (`?`, `N/A`, `a few hours`). */
  value: z.number().optional(),
  /** Upper end, when a range was stated (10-20 min). */
  upTo: z.number().optional(),
  /** seconds, percent, count, or an ISO 4217 code for money. */
  unit: z.string().optional(),
  /** The words as they stand. */
  text: z.string(),
  /** `about`, `at least`, `at most`, `planned`, or a scope such as `during support hours 10:00-17:00`. */
  qualifier: z.string().optional(),
  approximate: z.boolean().optional(),
  /** Where: `label` (a field made for it), `title`, `prose`, `table`, `frontMatter`. */
  origin: z.enum(['label', 'title', 'prose', 'table', 'frontMatter']).optional(),
  line: z.number().int().positive().optional(),
});
export type Claim = z.infer<typeof Claim>;
