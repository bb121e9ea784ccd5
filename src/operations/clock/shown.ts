import { z } from 'zod';
import { ClockMark, ClockRule, type Standing } from '../../clocks/index.ts';

const Start = z
  .object({
    by: z.enum(['milestone', 'event', 'person', 'clock', 'header']),
    at: z.string(),
    name: z.string(),
    path: z.string().optional(),
    text: z.string().optional(),
  })
  .nullable();

/** One clock of an incident, with the law it rests on, what started it, and what was said of it. */
export const ShownClock = z.object({
  clock: z.string(),
  rule: ClockRule as unknown as z.ZodType<ClockRule>,
  state: z.enum([
    'asked',
    'notApplicable',
    'notConcerned',
    'waiting',
    'prompt',
    'running',
    'overdue',
    'done',
    'doneLate',
  ]),
  /** Whether it applies, and what says so. */
  applies: z.object({
    answer: z.enum(['yes', 'no', 'asked', 'not concerned']),
    because: z.enum(['person', 'document', 'data', 'severity', 'always', 'organisation']),
    says: z.string().optional(),
    path: z.string().optional(),
  }),
  start: Start,
  /** What might have started it; it counts when somebody confirms it. */
  suggested: Start,
  awaits: z.enum(['from', 'latest']).nullable(),
  until: z.string().nullable(),
  /** The day in `zone` with whose end it runs out. */
  day: z.string().nullable(),
  limit: z.enum(['within', 'latest']),
  zone: z.string(),
  mark: ClockMark,
  /** Of the mark: 0 as long as nothing was said. */
  version: z.number().int(),
});
export type ShownClock = z.infer<typeof ShownClock>;

/** As answers show it. */
export const shownOf = ({ rule, ...standing }: Standing, version: number): ShownClock =>
  ({ clock: rule.id, rule, ...standing, version }) as ShownClock;
