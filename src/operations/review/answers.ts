import { z } from 'zod';

const Text = z.string().trim().max(10_000);

/** What people made of it: what no figure can say. */
export const Answers = z.strictObject({
  /** Whether what was done has worked. */
  verdict: z.enum(['worked', 'partly', 'too-early', 'failed']),
  /** What was decided. */
  decision: Text.min(1, 'says what was decided'),
  /** Who took part. */
  attendees: z.string().trim().max(2000).default(''),
  /** What stands behind the criteria and metrics that only people can judge, by their text. */
  criteria: z.record(z.string().max(2000), z.enum(['met', 'missed', 'open'])).default({}),
  metrics: z.record(z.string().max(2000), z.string().trim().max(500)).default({}),
  notes: Text.default(''),
  /** Why it was held after its day. */
  late: z.string().trim().max(2000).default(''),
});
export type Answers = z.infer<typeof Answers>;
