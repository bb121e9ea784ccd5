import { z } from 'zod';

/** Which change ended a signature; when and by whom, where the ledger knows: a template in a file is changed outside of it. */
const Voided = z.object({
  /** `summary.what`, `timeline/UUID.text`, `template/NAME`. */
  field: z.string(),
  at: z.string().optional(),
  by: z.string().optional(),
  sentence: z.string(),
});

/** A signature, and whether the content is still the one it was given for. */
export const Signoff = z.object({
  id: z.string(),
  role: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  version: z.number().int(),
  sha256: z.string(),
  at: z.string(),
  method: z.enum(['passkey', 'server']),
  keyId: z.string(),
  valid: z.boolean(),
  voided: Voided.optional(),
});
export type Signoff = z.infer<typeof Signoff>;
export type Voided = z.infer<typeof Voided>;
