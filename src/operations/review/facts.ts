import { z } from 'zod';

const Dot = z.object({ key: z.string(), seconds: z.number() });
const Side = z.object({ dots: z.array(Dot), median: z.number().nullable(), unknown: z.number().int() });
const Comparison = z.object({ before: Side, after: Side, changePercent: z.number().nullable() });

export const SimilarIncident = z.object({
  key: z.string(),
  title: z.string().nullable(),
  occurred: z.string(),
  /** What it shares with this one. */
  services: z.array(z.string()),
  causes: z.array(z.string()),
});

const Action = z.object({
  label: z.string(),
  text: z.string(),
  owner: z.string(),
  due: z.string(),
  horizon: z.string(),
  priority: z.string(),
  state: z.enum(['open', 'done', 'verified', 'dropped']),
  overdue: z.boolean(),
});

/** What the records say on the day of a look back, each with what it rests on. Nobody types any of it. */
export const Facts = z.object({
  /** When it was computed. */
  at: z.string(),
  /** From when on is counted, and what says so; null when nobody said when the incident ended. */
  since: z.object({ at: z.string(), cite: z.string() }).nullable(),
  /** What similar means here: services, and kinds of contributing factors. */
  services: z.array(z.string()),
  causes: z.array(z.string()),
  similar: z.array(SimilarIncident),
  /** Days before the incident's end whose incidents of the same services are compared with those since. */
  beforeDays: z.number().int(),
  detect: Comparison,
  recover: Comparison,
  actions: z.array(Action),
  criteria: z.array(
    z.object({
      text: z.string(),
      ticked: z.boolean().nullable(),
      computed: z.enum(['met', 'missed', 'unknown']),
      cites: z.array(z.string()),
    }),
  ),
  metrics: z.array(
    z.object({
      metric: z.string(),
      stated: z.string().nullable(),
      value: z.number().nullable(),
      unit: z.enum(['percent', 'count']),
      why: z.enum(['too-few', 'people']).nullable(),
      cites: z.array(z.string()),
    }),
  ),
});
export type Facts = z.infer<typeof Facts>;
