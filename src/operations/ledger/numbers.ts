import { z } from 'zod';

/** The number of an entry, from 0; in a path or query it comes as text. */
export const Seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** How many entries a tree has. */
export const Size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
