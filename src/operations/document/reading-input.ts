import { z } from 'zod';
import type { Context } from '../operation.ts';
import { findTemplate } from '../template/find.ts';
import { readDocument, type ReadResult } from './read.ts';

/** What every operation on a document's text takes. */
export const ReadingInput = z.strictObject({
  source: z.string(),
  /** Name of a template; without one the best is chosen. */
  template: z.string().optional(),
  /** Example rows of the template count as values. */
  examples: z.boolean().optional(),
  /** Path of the document from the config's folder. */
  file: z.string().optional(),
});
export type ReadingInput = z.infer<typeof ReadingInput>;

/** Reads a document in its context. Throws `template.unknown`. */
export function readIn(context: Context, input: ReadingInput): ReadResult {
  const { source, template, examples, file } = input;
  if (template !== undefined) findTemplate(template, context.templates);
  return readDocument(source, {
    templates: context.templates,
    now: context.now,
    config: context.config,
    ...(template === undefined ? {} : { template }),
    ...(examples === undefined ? {} : { examples }),
    ...(file === undefined ? {} : { fileName: file }),
  });
}
