/** How an attempt to tell somebody something ended. */
export type Ending =
  /** It is there; `as` is what the receiver calls it. */
  | { end: 'sent'; as?: string }
  /** It is certainly not there and may be tried again. `away`: nobody there took anything, so others need not try now. */
  | { end: 'again'; problem: string; afterMs?: number; away?: true }
  /** It was refused for good. */
  | { end: 'refused'; problem: string }
  /** Nobody knows: it was sent, and no answer came. */
  | { end: 'unknown'; problem: string };
