import { z } from 'zod';

const name = z.string().trim().min(1).max(100);

/** The words an organisation has for its causes and services, and those that say the same: `taxonomy` in `hindcast.yaml`. */
export const Taxonomy = z.strictObject({
  /** Causes by name, each with words or phrases of which one tells it. They come before the built-in ones of the same name. */
  causes: z
    .array(z.strictObject({ name, words: z.array(name).min(1).max(100) }))
    .max(200)
    .default([]),
  /** Whether the built-in causes are recognised, too. */
  builtinCauses: z.boolean().default(true),
  /** Services by name, each with other names for it. */
  services: z
    .array(z.strictObject({ name, also: z.array(name).max(100) }))
    .max(2000)
    .default([]),
  /** Words that say the same: who looks for one of a list finds all. */
  synonyms: z.array(z.array(name).min(2).max(50)).max(1000).default([]),
});
export type Taxonomy = z.infer<typeof Taxonomy>;
