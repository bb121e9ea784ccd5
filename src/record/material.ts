import { z } from 'zod';
import { line, prose } from './field.ts';
import { moment } from './moment.ts';

/** What was told to whom, by which channel. */
export const Communication = z.object({ audience: line(), channel: line(), at: moment(), text: prose() });

/** A link or a piece of evidence: dashboard, log, screenshot, runbook, code change. */
export const Link = z.object({ kind: line(), text: line() });

/** An earlier or connected incident. */
export const RelatedIncident = z.object({ text: line() });

/** An appendix. */
export const Appendix = z.object({ title: line(), text: prose() });

/** A section that no template field holds: kept as Markdown, with its heading, where it stood. */
export const CustomSection = z.object({
  heading: z.string(),
  /** Heading level in the document it came from, 1 to 6. */
  level: z.number().int().optional(),
  /** Markdown of the section, without its heading line. */
  text: z.string(),
  line: z.number().int().positive().optional(),
});
export type CustomSection = z.infer<typeof CustomSection>;
