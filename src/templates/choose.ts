import type { MarkdownDoc } from '../markdown/blocks.ts';
import { readWithTemplate } from './read/read.ts';
import type { Template } from './template.ts';

/** Below this the document has a form of its own. */
const leastConfidence = 0.5;

/** The template that fits a document best, or null when none does; the confidence of the best either way. */
export function chooseTemplate(
  doc: MarkdownDoc,
  templates: readonly Template[],
): { template: Template | null; confidence: number } {
  let best: Template | null = null;
  let confidence = 0;
  for (const template of templates) {
    const own = readWithTemplate(doc, template).confidence;
    if (own > confidence) [best, confidence] = [template, own];
  }
  return { template: confidence < leastConfidence ? null : best, confidence };
}
