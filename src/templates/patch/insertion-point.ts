import type { MarkdownDoc } from '../../markdown/blocks.ts';
import type { BoundReading } from '../read/read.ts';
import type { Template } from '../template.ts';
import { anchorOf } from './anchor-of.ts';
import { lineEnd } from './splice.ts';

/** Where a missing line or block goes, and what must stand around it. */
export type InsertionPoint = { at: number; before: string; after: string };

/**
 * After the nearest line of the same section that the template has before it; else below the section's heading; where
 * the section is missing, it is added after the nearest preceding section that exists, at the document's level.
 */
export function insertionPoint(
  doc: MarkdownDoc,
  template: Template,
  reading: BoundReading,
  anchor: { id: number; section: number },
  block: boolean,
): InsertionPoint {
  const text = doc.view.text;
  const index = reading.pairs.indexOf(anchor.section);
  const closing = (at: number) => (at > 0 && text[at - 1] !== '\n' ? '\n' : '');
  if (index >= 0) {
    let at = -1;
    for (const { found } of reading.bound) {
      if (found.section !== index || found.anchor > anchor.id || anchorOf(template, found.anchor) === undefined)
        continue;
      at = Math.max(at, lineEnd(text, Math.max(found.start, found.end - 1)));
    }
    if (at >= 0 && !block) return { at, before: closing(at), after: '' };
    if (at >= 0) return { at, before: `${closing(at)}\n`, after: '\n' };
    const heading = reading.sections[index]?.heading;
    const below = heading === undefined ? (reading.sections[index]?.from ?? 0) : lineEnd(text, heading.to);
    return {
      at: below,
      before: `${closing(below)}\n`,
      after: text[below] === '\n' || below === text.length ? '' : '\n',
    };
  }
  return newSection(doc, template, reading, anchor.section);
}

function newSection(doc: MarkdownDoc, template: Template, reading: BoundReading, wanted: number): InsertionPoint {
  const text = doc.view.text;
  let place = -1;
  for (let index = wanted - 1; index >= 0 && place < 0; index--) place = reading.pairs.indexOf(index);
  const near = reading.sections[place];
  const nearOwn = template.sections[reading.pairs[place] ?? -1];
  const shift = near === undefined || nearOwn === undefined ? 0 : near.level - nearOwn.level;
  const at = near === undefined ? text.length : near.to;
  let before = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  if (at > 1 && text.slice(at - 2, at) !== '\n\n') before += '\n';
  const section = template.sections[wanted];
  const missing = template.sections.filter(
    ({ index, level, path }) =>
      index === wanted ||
      (level > 1 &&
        level < (section?.level ?? 0) &&
        section?.path[level - 1] === path.at(-1) &&
        !reading.pairs.includes(index)),
  );
  for (const one of missing) before += `${'#'.repeat(Math.min(6, Math.max(1, one.level + shift)))} ${one.title}\n\n`;
  return { at, before, after: '\n' };
}
