import { z } from 'zod';
import { type MeasureName, measures } from '../../insights/index.ts';

export { fewest, type MeasureName, measures } from '../../insights/index.ts';

export const Dot = z.object({ key: z.string(), title: z.string().nullable(), at: z.string(), seconds: z.number() });
export type Dot = z.infer<typeof Dot>;

/** One measure of a group, in seconds. With fewer than eight known values `dots` are all there is. */
export const Spread = z.object({
  known: z.number().int(),
  unknown: z.number().int(),
  median: z.number().nullable(),
  p90: z.number().nullable(),
  mean: z.number().nullable(),
  dots: z.array(Dot),
});
export type Spread = z.infer<typeof Spread>;

/** `part` of `of`; what is not known is in neither. */
const Share = z.object({ part: z.number().int(), of: z.number().int() });

/** What is counted of some incidents. */
export const Group = z.object({
  /** A quarter as 2026Q4, a severity, a service or a cause; empty for those that state none, and for all together. */
  name: z.string(),
  incidents: z.number().int(),
  spreads: z.object(Object.fromEntries(measures.map((name) => [name, Spread])) as Record<MeasureName, typeof Spread>),
  /** Documents written within 48 hours, of those whose time is known. */
  inTime: Share,
  /** Actions verified, of all that were not declined. */
  verified: Share,
  /** Incidents with a service and a cause of another one in the 90 days before. */
  repeats: Share,
  /** Percent of the error budget spent, summed, and of how many incidents that is known. */
  budget: z.object({ spent: z.number().nullable(), of: z.number().int() }),
  /** Percent of steps that were automatic: the mean over incidents that know it. */
  automation: z.object({ mean: z.number().nullable(), of: z.number().int() }),
  /** Money by currency, never added across, and of how many incidents it is known. */
  costs: z.array(z.object({ currency: z.string(), amount: z.number(), of: z.number().int() })),
});
export type Group = z.infer<typeof Group>;
