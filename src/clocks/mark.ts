import { z } from 'zod';

const said = { by: z.string(), saidAt: z.string() };

/** What people said about one clock of one incident. It stands beside the record: duties outlive a signed document. */
export const ClockMark = z.object({
  /** Whether it applies. */
  applies: z.object({ yes: z.boolean(), reason: z.string(), ...said }).optional(),
  /** When it began, by `from` and `latest` of its rule, where the timeline does not say so or says otherwise. */
  begun: z
    .partialRecord(z.enum(['from', 'latest']), z.object({ at: z.string(), reason: z.string(), ...said }))
    .optional(),
  /** When it was done, with what proves it, and why it was late. */
  done: z
    .object({
      at: z.string(),
      proof: z.string(),
      /** SHA-256 of a piece of evidence of the incident. */
      evidence: z.string().optional(),
      late: z.string().optional(),
      ...said,
    })
    .optional(),
});
export type ClockMark = z.infer<typeof ClockMark>;
