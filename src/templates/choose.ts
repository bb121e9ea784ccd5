import type { MarkdownDoc } from '../markdown/blocks.ts';
import { headingKey } from '../markdown/heading-key.ts';
import { sections } from '../markdown/sections.ts';
import { readWithTemplate } from './read/read.ts';
import type { Template } from './template.ts';

/** Below this the document has a form of its own. */
const leastConfidence = 0.5;
/** Templates whose headings fit nearly as well as the best one's are read too. */
const near = 0.75;

/**
 * The template that fits a document best, or null when none does; the confidence of the best either way. Headings decide
 * which templates are worth reading the document with.
 */
export function chooseTemplate(
  doc: MarkdownDoc,
  templates: readonly Template[],
): { template: Template | null; confidence: number } {
  const keys = new Set(sections(doc).map(({ title }) => headingKey(title)));
  const scored = templates.map((template) => ({ template, score: sharedHeadings(template, keys) }));
  const most = scored.reduce((highest, { score }) => Math.max(highest, score), 0);
  let best: Template | null = null;
  let confidence = 0;
  for (const { template, score } of scored) {
    if (score === 0 || score < most * near) continue;
    const own = readWithTemplate(doc, template).confidence;
    if (own > confidence) [best, confidence] = [template, own];
  }
  return { template: confidence < leastConfidence ? null : best, confidence };
}

/** Geometric mean of the shares of common headings, 0 to 1. */
function sharedHeadings(template: Template, keys: ReadonlySet<string>): number {
  const own = new Set(template.sections.map(({ path }) => path.at(-1) ?? ''));
  let common = 0;
  for (const key of own) if (keys.has(key)) common++;
  return common / Math.sqrt(Math.max(1, own.size) * Math.max(1, keys.size));
}
