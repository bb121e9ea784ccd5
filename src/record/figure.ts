import type { Said } from './said.ts';

/** A derived value. `unknown` figures carry a reason instead of a value and are never 0. */
export type Figure = {
  /** known: rests on confirmed events; inferred: rests on a suggested milestone; unknown: see `reason`. */
  status: 'known' | 'inferred' | 'unknown';
  /** seconds, percent, count, ratio, or an ISO 4217 code. */
  unit: string;
  /** Durations. */
  seconds?: number;
  /** Everything else. */
  value?: number;
  /** Lowest and highest value in `unit`, when a time it rests on is a range or a day. */
  interval?: { from: number; to: number };
  /** What it is computed from, for spans: milestone names. */
  from?: string;
  to?: string;
  /** Readable: `resolved - impactStarted`. */
  formula: string;
  /** Record paths it rests on: `timeline[3]`, `costs[0].amount`. */
  cites: string[];
  /** Why it is unknown, and what to add. */
  reason?: string;
  /** Formula and reason in parts, where values stand in them: for those who tell them in another language. */
  says?: { formula?: Said; reason?: Said };
};

/** Figures by name. */
export type Figures = { [name: string]: Figure };
