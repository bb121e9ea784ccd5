import type { Assumed } from '../times/resolve.ts';
import type { Stamp } from '../times/stamp.ts';

/** What stands under one time of a text: a log line with what follows it, a message of a chat, a note. */
export type Entry = {
  /** 1-based line of its time. */
  line: number;
  stamp: Stamp;
  /** What stands before the time on its line, and after it. */
  before: string;
  after: string;
  /** Lines below it without a time of their own. */
  more: string[];
  /** Who wrote, when that stands on the time's line or above it. */
  actor?: string;
};

/** An entry at its instant. */
export type DatedEntry = Entry & { epochMs: number; assumed: Assumed[] };
