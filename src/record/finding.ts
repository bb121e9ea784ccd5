import type { Said } from './said.ts';

/** How much it matters: `error` contradicts or cannot be, `warning` should be mended, `note` is worth a look. */
export type FindingSeverity = 'error' | 'warning' | 'note';

/** Something the checks noticed. */
export type Finding = {
  /** Stable: `contradiction.duration`, `zone.unstated`. Each has a page in docs/findings. */
  code: string;
  severity: FindingSeverity;
  /** What is wrong, with both values. One or two sentences. */
  message: string;
  /** The message in parts, for those who tell it in another language. */
  says?: { message?: Said };
  /** Record path it speaks of, when there is one. */
  path?: string;
  /** 1-based line in the document. */
  line?: number;
  /** Record paths or lines that prove it: `timeline[3]`, `line 14`. */
  cites: string[];
  /** What to do about it. */
  remedy: string;
  /** A rewrite to offer, for language findings. */
  suggestion?: string;
};
