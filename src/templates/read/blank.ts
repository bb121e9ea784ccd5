import { type MarkdownDoc, parseMarkdown } from '../../markdown/blocks.ts';
import { headingKey } from '../../markdown/heading-key.ts';
import { sections } from '../../markdown/sections.ts';
import { unitsOf } from '../outline/units.ts';
import type { Template } from '../template.ts';
import { fold, isHint } from './fold.ts';
import type { Found, Region } from './found.ts';
import { scan } from './scan.ts';

/** What is no value in a document: units of the blank form by anchor and values, and literal text. */
export type Blank = { units: Set<string>; literals: Set<string> };

/** What a template's own text and its blank form tell. `known` is filled on the way: reading the blank form needs it. */
export function learnBlank(template: Template, body: string, known: Blank): void {
  const { units, literals } = known;
  addLiterals(literals, parseMarkdown(body), true);
  if (template.blank === undefined) return;
  const doc = parseMarkdown(template.blank);
  const reading = scan(doc, template);
  const text = doc.view.text;
  for (const found of reading.found) {
    const first = found.regions.find((region) => region.context !== 'check');
    units.add(unitKey(text, found));
    if (first !== undefined) units.add(firstKey(found, regionText(text, first)));
    found.regions.forEach((region, index) => {
      const raw = fold(text.slice(region.from, region.to));
      if (isHint(raw)) units.add(hintKey(found, index, raw));
    });
  }
  addLiterals(literals, doc, false);
}

/** Remembers every line, block and heading of a text as literal. Of a template, those without placeholders. */
function addLiterals(literals: Set<string>, doc: MarkdownDoc, skipSlots: boolean): void {
  for (const section of sections(doc)) {
    if (section.level > 0) literals.add(`# ${headingKey(section.title)}`);
    for (const unit of unitsOf(section.blocks, doc.view.text)) {
      const text = doc.view.text.slice(unit.from, unit.to);
      for (const line of unit.fence?.lines ?? []) {
        const code = doc.view.text.slice(line.from, line.to);
        if (code.trim() !== '' && !code.includes('{{')) literals.add(fold(code));
      }
      if (text !== '' && !(skipSlots && text.includes('{{'))) literals.add(fold(text));
    }
  }
}

/** Key of a matched unit: its anchor and all of its values as they stand. */
export function unitKey(text: string, found: Pick<Found, 'anchor' | 'regions'>): string {
  let key = `${found.anchor}`;
  for (const region of found.regions) key += `\u0001${regionText(text, region)}`;
  return key;
}

/** Key of the first value of a blank unit: a cheap way to see that a unit is none. */
export function firstKey(found: Pick<Found, 'anchor'>, folded: string): string {
  return `^${found.anchor}\u0001${folded}`;
}

/** Key of one hint of a unit. */
export function hintKey(found: Pick<Found, 'anchor'>, index: number, folded: string): string {
  return `?${found.anchor}.${index}\u0001${folded}`;
}

function regionText(text: string, region: Region): string {
  if (region.context === 'check') return region.ticked === true ? 'x' : '';
  return fold(text.slice(region.from, region.to));
}
