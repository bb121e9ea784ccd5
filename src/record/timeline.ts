import { z } from 'zod';
import { choice, line, prose } from './field.ts';
import { milestones } from './milestone.ts';
import { momentParts } from './moment.ts';

/** One moment of the incident. The parts of its time lie beside its text, as `read --json` promises. */
export const TimelineEvent = z.object({
  ...momentParts,
  /** What happened. */
  text: prose(),
  /** Who or what acted. */
  actor: line(),
  /** Action, observation, notes. */
  notes: prose(),
  /** One of the phases, or the template's own word. */
  phase: choice(),
  milestone: z.enum(milestones).optional(),
  /** True when the milestone is a suggestion to confirm, never a basis of a known figure. */
  inferred: z.boolean().optional(),
  /** Why it is inferred: `wording` (keywords in free text), `claim` (the pair that explains a stated duration), `position`. */
  inferredFrom: z.enum(['wording', 'claim', 'position']).optional(),
  /** Where the event comes from: a source's name and the evidence's place. */
  source: line(),
  /** Evidence this event rests on: `sha256:...#line` or `#/json/pointer`. */
  evidence: line(),
  /** Times this event was repeated, when a storm was folded into one. */
  count: z.number().int().positive().optional(),
  /** 1-based line in the document it was read from. */
  line: z.number().int().positive().optional(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;
