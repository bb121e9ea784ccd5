import { z } from 'zod';
import type { Said as SaidType } from '../record/said.ts';

/** A sentence with its values apart, for faces that speak other languages. A value may be such a sentence again. */
export const Said = z.object({
  form: z.string(),
  values: z.record(z.string(), z.unknown()),
}) as unknown as z.ZodType<SaidType>;
