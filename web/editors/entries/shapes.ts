import type { ComponentType } from 'react';
import type { Why } from '../../../src/record/analysis.ts';
import type { z } from 'zod';
import { CostTotals } from './cost-totals.tsx';
import type { EntryRow } from './columns.ts';
import { EventMarks, PhaseDot } from './event-marks.tsx';
import { FoldedText } from './folded-text.tsx';
import { byTime } from './time-order.ts';
import { whyDepths } from './why-depths.ts';

/** What a cell shows beside its text or in its place. */
export type Adornment = ComponentType<{ value: unknown; text: string; confirm: (() => void) | undefined }>;

/** What a list has that others have not. */
export type Shape = {
  /** The order in which entries are shown; without one, that of the record. */
  order?: (entries: readonly EntryRow[]) => EntryRow[];
  depths?: (values: never[]) => number[];
  before?: Record<string, Adornment>;
  after?: Record<string, Adornment>;
  instead?: Record<string, Adornment>;
  Foot?: ComponentType<{ entries: readonly EntryRow[] }>;
  /** Several entries may become one: the text of all, everything else of the first. */
  merges?: true;
};

const plain: Shape = {};

/** Lists that are edited in a way of their own. A new one is a line here. */
const shapes: Record<string, Shape> = {
  timeline: { order: byTime, before: { time: PhaseDot }, after: { text: EventMarks }, merges: true },
  whys: { depths: (values: z.infer<typeof Why>[]) => whyDepths(values) } as Shape,
  costs: { Foot: CostTotals },
  steps: { instead: { command: FoldedText, result: FoldedText } },
};

/** The shape of a list by its name. */
export const shapeOf = (collection: string): Shape => shapes[collection] ?? plain;
