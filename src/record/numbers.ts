import { z } from 'zod';
import { line } from './field.ts';

/** One line of cost. The sum is a figure; a printed total is a claim (`costTotal`). */
export const Cost = z.object({ category: line(), amount: line(), notes: line() });

/** A service metric before, during and after; beside what was stated, what was measured and the evidence it rests on. */
export const ServiceMetric = z.object({
  name: line(),
  before: line(),
  during: line(),
  after: line(),
  measured: line(),
  evidence: line(),
});

/** A target for a figure, and whether the document says that it was met. The actual value is a claim. */
export const Target = z.object({ figure: line(), target: line(), met: line() });

/** Counts of quality, as stated. */
export const Quality = z.object({ complaints: line(), escalations: line(), deviations: line(), gaps: line() });

/** Words on automation that are no counts (the counts are claims and figures). */
export const Automation = z.object({ override: line() });
