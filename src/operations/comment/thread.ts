import { z } from 'zod';
import { Place, Standing } from './place.ts';

/** Who wrote or settled something: as the ledger names them, and what they are called. Tokens are agents. */
export const Author = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'agent', 'system']),
});
export type Author = z.infer<typeof Author>;

/** The first comment of a thread, or a reply. */
export const Comment = z.object({
  id: z.string(),
  author: Author,
  at: z.string(),
  /** Markdown; empty for one that was removed and has replies. */
  text: z.string(),
  /** People who are named in it. */
  mentions: z.array(z.object({ id: z.string(), name: z.string() })),
  editedAt: z.string().nullable(),
  removed: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;

/** How a thread stands. Of a suggestion: what it wants was put in, or will not be. */
export const State = z.enum(['open', 'resolved', 'applied', 'declined']);
export type State = z.infer<typeof State>;

/** A comment with its replies. */
export const Thread = z.object({
  /** That of its first comment. */
  id: z.string(),
  /** Null when it speaks of the whole document. */
  place: Place.nullable(),
  /** Whether what it speaks of is there, reads differently now, or is gone. */
  standing: Standing,
  /** A suggestion: what is to stand in place of the quote. */
  replacement: z.string().nullable(),
  state: State,
  settled: z.object({ by: Author, at: z.string() }).nullable(),
  comments: z.array(Comment),
});
export type Thread = z.infer<typeof Thread>;
