import { z } from 'zod';
import { Author } from '../comment/thread.ts';
import type { AnyStored } from '../stored-operation.ts';

/** How a proposal stands. */
export const State = z.enum(['open', 'accepted', 'refused']);
export type State = z.infer<typeof State>;

/** A change that somebody wants and may not make: an operation with its input, for a person to decide. */
export const Proposal = z.object({
  id: z.string(),
  operation: z.string(),
  /** What the operation does, in one sentence. */
  sentence: z.string(),
  /** Its input, without the incident. */
  input: z.record(z.string(), z.unknown()),
  why: z.string(),
  author: Author,
  at: z.string(),
  state: State,
  settled: z.object({ by: Author, at: z.string(), reason: z.string().nullable() }).nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

/** How a proposal stands after something was done about it. */
export const Decided = z.object({ id: z.string(), state: State });
export type Decided = z.infer<typeof Decided>;

/** Operations that can be proposed, by name. */
export type Proposable = ReadonlyMap<string, AnyStored>;
