import type { MarkdownDoc } from '../../markdown/blocks.ts';
import type { Section } from '../../markdown/sections.ts';
import type { Places } from '../../record/place.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Template } from '../template.ts';
import { readAlso } from './also.ts';
import { type Bound, type Kept, RecordBuilder } from './build.ts';
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

/** A reading with all that patching needs: every matched unit, and the section of the template for each of the document. */
export type BoundReading = TemplateReading & {
  bound: Bound[];
  kept: Map<string, Kept>;
  pairs: (number | undefined)[];
  sections: Section[];
};

/** The same with every matched unit, empty ones included: what patching works on. */
export function readBound(doc: MarkdownDoc, template: Template, options: { examples?: boolean } = {}): BoundReading {
  const reading = scan(doc, template);
  const builder = new RecordBuilder(doc, template, options.examples ?? false);
  for (const found of reading.found) builder.add(found);
  for (const left of readAlso(doc, reading.sections, reading.also, builder)) reading.leftovers.push(left);
  builder.addLeftovers(reading, reading.sections);
  const custom = builder.custom.map(({ heading, line }) => ({ heading, line: line ?? 1 }));
  const { record, places, bound, kept } = builder;
  const { confidence, pairs, sections } = reading;
  return { record, places, confidence, custom, bound, kept, pairs, sections };
}
