import { parseMarkdown } from '../../markdown/blocks.ts';
import { sections } from '../../markdown/sections.ts';
import { templateBody } from '../compile/body.ts';
import { unitsOf } from '../outline/units.ts';
import type { Template } from '../template.ts';
import { headingFields } from './fields.ts';
import type { Layout } from './layout.ts';
import { piecesOf } from './pieces.ts';
import { sectionIds } from './section-id.ts';
import { SectionItems } from './section-items.ts';
import { headingTitle } from './words.ts';

/** The layout of a compiled template: its headings, and what stands below each, in order. Plain JSON. */
export function layoutOf(template: Template): Layout {
  const doc = parseMarkdown(templateBody(template.source).body);
  const { text } = doc.view;
  const idFor = sectionIds();
  const found = sections(doc);
  const laidOut = template.sections.flatMap((section, index) => {
    const { heading, blocks = [] } = found[index] ?? {};
    const title = heading === undefined ? '' : headingTitle(text.slice(heading.contentFrom, heading.contentTo));
    const made = new SectionItems(text);
    for (const piece of piecesOf(section, unitsOf(blocks, text), text)) made.add(piece);
    const items = [...(section.heading === undefined ? [] : headingFields(section.heading)), ...made.end()];
    if (section.level === 0 && items.length === 0) return [];
    return [{ id: idFor(section.level, title), title, level: section.level, items }];
  });
  return { name: template.name, title: template.title, policy: template.policy, sections: laidOut };
}
