import { z } from 'zod';

/** A moment expression in a template: `acknowledged -> mitigationStarted`. */
const Span = z.string().regex(/^\s*\w+\s*->\s*\w+\s*$/, 'write it as `from -> to` with milestone names');

/** What a template decides about figures, deadlines and scales: the part of its front matter that is no layout. */
export const Policy = z.object({
  /** The document's word to the canonical one: {S1: critical}. Canonical: critical, high, medium, low. */
  severities: z.record(z.string(), z.string()).default({}),
  /** The document's word to the canonical one. Canonical action states: open, inProgress, blocked, committed, done, verified, declined. */
  statuses: z.record(z.string(), z.string()).default({}),
  /** Action horizons in order. `within` is 24h, 7d, 1w, 1mo, 1q; absent means unlimited. */
  horizons: z.array(z.object({ name: z.string(), within: z.string().optional() })).default([]),
  /** What actions are called (`AI-000`: three digits at least), and whether numbers count per incident or across all. */
  actionIds: z
    .object({
      form: z.string().regex(/^[A-Za-z][\w-]{0,15}?0{1,6}$/, 'write it as AI-000'),
      across: z.enum(['incident', 'organisation']).default('incident'),
    })
    .default({ form: 'AI-000', across: 'incident' }),
  /** Ladder of review intervals: 1w, 1mo, 3mo, 6mo. */
  reviews: z.array(z.string()).default([]),
  /** Roles that sign off, in the order in which they do. */
  signoff: z.array(z.string()).default([]),
  /** One person may sign for several of these roles. */
  signoffBySamePerson: z.boolean().default(false),
  phases: z.array(z.string()).default([]),
  /** Figure name to its two milestones; these override the default definitions. */
  figures: z.record(z.string(), Span).default({}),
  /** Figure name to its target: `< 5 min`. */
  targets: z.record(z.string(), z.string()).default({}),
  /** Process deadlines: written 48h after resolution, meeting 7d. */
  deadlines: z.record(z.string(), z.string()).default({}),
  /** Objective in percent and the window: 28d, 30d, 31d or calendar-month. */
  slo: z.object({ objective: z.number(), window: z.string() }).optional(),
  /** Fields the document must fill before it can be final, by path. */
  required: z.array(z.string()).default([]),
});
export type Policy = z.infer<typeof Policy>;

/** The policy of a document read without a template. */
export const defaultPolicy: Policy = Policy.parse({});
