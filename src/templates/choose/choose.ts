import type { MarkdownDoc } from '../../markdown/blocks.ts';
import { headingKey } from '../../markdown/heading-key.ts';
import { sections } from '../../markdown/sections.ts';
import { confidenceWith } from '../read/scan.ts';
import type { Template } from '../template.ts';
import { type DocumentHeadings, estimateConfidence } from './estimate.ts';
import { outlineOf } from './outline.ts';

/** Below this the document has a form of its own. */
const leastConfidence = 0.5;
/** Templates whose headings promise less are not tried. */
const leastEstimate = 0.5;
/** A document of more headings is no filled form, and comparing them all takes long. */
const mostHeadings = 2000;

/**
 * The template that fits a document best, or null when none does; the confidence of the best either way. Headings decide
 * which templates are worth reading the document with: where none is, `confidence` is the estimate from the headings.
 */
export function chooseTemplate(
  doc: MarkdownDoc,
  templates: readonly Template[],
): { template: Template | null; confidence: number } {
  const headings = headingsOf(doc);
  if (headings === undefined) return { template: null, confidence: 0 };
  const promising: { template: Template; estimate: number }[] = [];
  let most = 0;
  for (const template of templates) {
    const estimate = estimateConfidence(headings, outlineOf(template.source));
    most = Math.max(most, estimate);
    if (estimate >= leastEstimate) promising.push({ template, estimate });
  }
  if (promising.length === 0) return { template: null, confidence: Math.round(most * 1000) / 1000 };
  let best: Template | null = null;
  let confidence = 0;
  for (const { template, estimate } of promising.toSorted((a, b) => b.estimate - a.estimate)) {
    if (estimate <= confidence) break;
    const own = confidenceWith(doc, template);
    if (own > confidence) [best, confidence] = [template, own];
  }
  return { template: confidence < leastConfidence ? null : best, confidence };
}

/** The headings to compare; undefined when there are none or too many. */
function headingsOf(doc: MarkdownDoc): DocumentHeadings | undefined {
  const list = sections(doc);
  if (list.length > mostHeadings) return undefined;
  const titled = list.filter(({ level }) => level > 0);
  const title = titled[0]?.level === 1;
  const keys = titled.slice(title ? 1 : 0).map((section) => headingKey(section.title));
  return keys.length === 0 ? undefined : { title, keys };
}
