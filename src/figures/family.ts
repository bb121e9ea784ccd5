import type { Figure } from '../record/figure.ts';
import type { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { Milestones } from './milestones.ts';

/** One row of docs/figures.md. A name with capitals at its end (`downtime.SERVICE`) stands for many. */
export type FigureDescription = { name: string; formula: string; unit: string; unknownWhen: string };

/** What a figure may be computed from. `figures` holds those of the families before this one. */
export type FigureContext = {
  record: PostmortemRecord;
  policy: Policy;
  /** RFC 3339; absent when the caller has no clock, and then what hangs on it is unknown. */
  now?: string;
  milestones: Milestones;
  figures: ReadonlyMap<string, Figure>;
};

/** Figures that share a calculation: what they are, and how they come from a record. Pure. */
export type FigureFamily = {
  describes: FigureDescription[];
  compute(context: FigureContext): Iterable<readonly [name: string, figure: Figure]>;
};
