import type { MarkdownDoc } from '../../markdown/blocks.ts';
import type { Places } from '../../record/place.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Template } from '../template.ts';
import { readAlso } from './also.ts';
import { type Bound, RecordBuilder } from './build.ts';
import { scan } from './scan.ts';

/** What a template makes of a document. `custom` lists what it has no place for. */
export type TemplateReading = {
  record: PostmortemRecord;
  places: Places;
  /** Share of the template found and of the document explained, 0 to 1. */
  confidence: number;
  custom: { heading: string; line: number }[];
};

/** Reads a document with a template. `examples` counts the example rows of its blank form as values. Never throws. */
export function readWithTemplate(
  doc: MarkdownDoc,
  template: Template,
  options: { examples?: boolean } = {},
): TemplateReading {
  const { record, places, confidence, custom } = readBound(doc, template, options);
  return { record, places, confidence, custom };
}

/** The same with every matched unit, empty ones included: what patching works on. */
export function readBound(
  doc: MarkdownDoc,
  template: Template,
  options: { examples?: boolean } = {},
): TemplateReading & { bound: Bound[] } {
  const reading = scan(doc, template);
  const builder = new RecordBuilder(doc, template, options.examples ?? false);
  for (const found of reading.found) builder.add(found);
  if (reading.also.length > 0) reading.leftovers.push(...readAlso(doc, reading.sections, reading.also, builder));
  builder.addLeftovers(reading, reading.sections);
  const custom = builder.custom.map(({ heading, line }) => ({ heading, line: line ?? 1 }));
  const { record, places, bound } = builder;
  return { record, places, confidence: reading.confidence, custom, bound };
}
