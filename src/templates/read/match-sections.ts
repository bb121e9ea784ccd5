import { headingKey } from '../../markdown/heading-key.ts';
import type { Section } from '../../markdown/sections.ts';
import { findLabel, labelKey } from '../outline/label.ts';
import type { Unit } from '../outline/units.ts';
import { wordsOf } from '../choose/outline.ts';
import type { Template, TemplateSection } from '../template.ts';

/** Which section of the template each section of the document is, and how sure: 1 by name, less by resemblance. */
export type SectionMatch = { pairs: (number | undefined)[]; sureness: number[] };

/** Sections of a document that are compared at all: no form has as many. */
const mostSections = 2000;

/** Share of words two headings must have in common. */
const enough = 0.6;

/**
 * Pairs sections: by full path, then by their own heading, then by shared words, then by the labels they hold.
 * Levels do not count, and each section is used once. The document's single title always pairs with the template's.
 */
export function matchSections(
  doc: readonly Section[],
  units: readonly Unit[][],
  template: Template,
  text: string,
  skipped: ReadonlySet<number>,
): SectionMatch {
  const pairs: (number | undefined)[] = doc.map(() => undefined);
  const sureness = doc.map(() => 0);
  const used = new Set<number>();
  const paths = doc.map(({ path }) => path.map(headingKey));
  const roots = rootOf(doc);
  const pair = (index: number, section: TemplateSection | undefined, sure: number): void => {
    if (section === undefined || used.has(section.index)) return;
    pairs[index] = section.index;
    sureness[index] = sure;
    used.add(section.index);
  };
  const root = template.sections.find(({ level }) => level === 1) ?? template.sections[0];
  if (roots.title >= 0) pair(roots.title, root, 1);
  else if (roots.before >= 0) pair(roots.before, root, 1);
  if (roots.title >= 0 && roots.before >= 0)
    pair(
      roots.before,
      template.sections.find(({ level }) => level === 0),
      1,
    );
  const byPath = index(template.sections, (section) => section.path.slice(1).join('/'));
  const byLeaf = index(template.sections, (section) => section.path.at(-1) ?? '');
  const strip = roots.title >= 0 ? 1 : 0;
  const free = (list: TemplateSection[] | undefined) => list?.find((section) => !used.has(section.index));
  const each = (step: (path: string[], at: number) => void) =>
    paths.forEach((path, at) => {
      if (at >= mostSections) return;
      if (pairs[at] === undefined && path.length > 0 && !skipped.has(at)) step(path, at);
    });
  each((path, at) => pair(at, free(byPath.get(path.slice(strip).join('/'))), 1));
  each((path, at) => pair(at, nearest(byLeaf.get(path.at(-1) ?? ''), path, used), 1));
  each((path, at) => pair(at, mostShared(template.sections, path, used), 0.8));
  each((_, at) => pair(at, mostLabels(template.sections, units[at] ?? [], text, used), 0.7));
  return { pairs, sureness };
}

/** The one heading above all others, and the text before the first heading. */
function rootOf(doc: readonly Section[]): { title: number; before: number } {
  const first = doc.findIndex(({ level }) => level > 0);
  const level = doc[first]?.level ?? 0;
  const single = first >= 0 && !doc.some((section, at) => at > first && section.level > 0 && section.level <= level);
  return { title: single || level === 1 ? first : -1, before: doc[0]?.level === 0 ? 0 : -1 };
}

function index(sections: readonly TemplateSection[], keyOf: (section: TemplateSection) => string) {
  const map = new Map<string, TemplateSection[]>();
  for (const section of sections) {
    if (section.level === 0) continue;
    const key = keyOf(section);
    const list = map.get(key);
    if (list === undefined) map.set(key, [section]);
    else list.push(section);
  }
  return map;
}

function nearest(list: readonly TemplateSection[] | undefined, path: string[], used: Set<number>) {
  let best: TemplateSection | undefined;
  let bestScore = -1;
  for (const section of list ?? []) {
    if (used.has(section.index)) continue;
    const score = section.path.slice(0, -1).filter((key) => path.includes(key)).length;
    if (score > bestScore) [best, bestScore] = [section, score];
  }
  return best;
}

/** Share of common words, by the longer heading. */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return common / Math.max(left.size, right.size, 1);
}

function mostShared(sections: readonly TemplateSection[], path: string[], used: Set<number>) {
  const own = wordsOf(path.at(-1) ?? '');
  const above = path.at(-2);
  let best: TemplateSection | undefined;
  let bestScore = 0;
  for (const section of sections) {
    if (used.has(section.index) || section.level < 2) continue;
    const share = overlap(own, wordsOf(section.path.at(-1) ?? ''));
    if (share < enough) continue;
    const score = share + (above !== undefined && section.path.at(-2) === above ? 0.5 : 0);
    if (score > bestScore) [best, bestScore] = [section, score];
  }
  return best;
}

/** The template section that owns most labels of a section whose heading says nothing: at least two, and half of them. */
function mostLabels(sections: readonly TemplateSection[], units: readonly Unit[], text: string, used: Set<number>) {
  const keys = new Set<string>();
  for (const unit of units) {
    if (unit.type === 'table')
      for (const cell of unit.table?.header.cells ?? []) keys.add(`|${labelKey(text.slice(cell.from, cell.to))}`);
    else if (unit.type === 'line') {
      const label = findLabel(text, unit.from, unit.to);
      if (label !== undefined) keys.add(label.key);
    }
  }
  if (keys.size < 2) return undefined;
  let best: TemplateSection | undefined;
  let bestCount = Math.max(1, keys.size / 2 - 0.5);
  for (const section of sections) {
    if (used.has(section.index)) continue;
    let count = 0;
    for (const key of keys) if (key[0] === '|' ? hasColumn(section, key.slice(1)) : section.labels.has(key)) count++;
    if (count > bestCount) [best, bestCount] = [section, count];
  }
  return best;
}

function hasColumn(section: TemplateSection, key: string): boolean {
  return section.anchors.some((anchor) => anchor.type === 'table' && anchor.columns.includes(key));
}
