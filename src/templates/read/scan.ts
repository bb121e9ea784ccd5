import type { MarkdownDoc } from '../../markdown/blocks.ts';
import { headingKey } from '../../markdown/heading-key.ts';
import { type Section, sections } from '../../markdown/sections.ts';
import { unitsOf } from '../outline/units.ts';
import { alsoHeading } from '../also.ts';
import type { Template } from '../template.ts';
import { confidenceOf } from './confidence.ts';
import { fold } from './fold.ts';
import type { Found, Leftover, Reading } from './found.ts';
import { readHeading } from './heading.ts';
import { matchSections } from './match-sections.ts';
import { SectionScan } from './section-scan.ts';

type Scan = Reading & { sections: Section[]; also: number[] };

/** The last reading of a document: choosing a template comes before reading with it. */
const last = new WeakMap<MarkdownDoc, { template: Template; reading: Scan }>();

/** How well a template fits a document, 0 to 1; see `confidenceOf`. */
export function confidenceWith(doc: MarkdownDoc, template: Template): number {
  const reading = scan(doc, template);
  last.set(doc, { template, reading });
  return reading.confidence;
}

/** Finds everything of a template in a document, and what is left over. Decides nothing about hints and examples. */
export function scan(doc: MarkdownDoc, template: Template): Scan {
  const known = last.get(doc);
  last.delete(doc);
  if (known?.template === template) return known.reading;
  const text = doc.view.text;
  const list = sections(doc);
  const units = list.map((section) => unitsOf(section.blocks, text));
  const also = alsoSections(list);
  const skipped = new Set(also);
  const { pairs, sureness } = matchSections(list, units, template, text, skipped);
  const used = new Set<number>();
  const found: Found[] = [];
  const leftovers: Leftover[] = [];
  list.forEach((section, index) => {
    if (skipped.has(index)) return;
    const own = template.sections[pairs[index] ?? -1];
    if (own === undefined) {
      for (const unit of units[index] ?? []) {
        if (unit.parent >= 0 || template.literals.has(fold(text.slice(unit.from, unit.to)))) continue;
        leftovers.push({ from: unit.start, to: unit.end, section: index });
      }
      if (!template.literals.has(`# ${headingKey(section.title)}`))
        leftovers.push({ from: section.from, to: section.from, section: index });
      return;
    }
    readHeading(text, section, own, index, found, leftovers);
    const run = new SectionScan({ text, template, section: own, index, units: units[index] ?? [], used });
    run.scan();
    for (const one of run.found) found.push(one);
    for (const one of run.leftovers) leftovers.push(one);
  });
  const confidence = confidenceOf(template, list, pairs, sureness, used, skipped);
  return { found, leftovers, pairs, confidence, sections: list, also };
}

/** Indexes of the section `Also recorded` and those below it. */
function alsoSections(list: readonly Section[]): number[] {
  const start = list.findIndex(({ title }) => title === alsoHeading);
  if (start < 0) return [];
  const level = list[start]?.level ?? 0;
  const next = list.findIndex((section, index) => index > start && section.level <= level);
  const end = next < 0 ? list.length : next;
  return list.map((_, index) => index).slice(start, end);
}
