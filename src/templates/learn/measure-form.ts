import { headingKey } from '../../markdown/heading-key.ts';
import type { Section } from '../../markdown/sections.ts';
import { type Unit, unitsOf } from '../outline/units.ts';
import { findLabel } from '../outline/label.ts';
import { asks, hintSpans } from './hint.ts';
import { resolveLabel } from './resolve-label.ts';
import { topicOf } from './vocabulary/topics.ts';

/** How much of a form a page is. */
export type Measure = {
  /** Different parts of a post-mortem among its headings and labels. */
  topics: number;
  /** Hints, blank cells, blank items, labels without value. */
  places: number;
  /** Known headings with nothing below them. */
  empty: number;
  /** Words of running text that ask for nothing. */
  words: number;
  sections: number;
  /** Its title calls it a template. */
  isTemplate: boolean;
  /** Its title is a place to fill. */
  hasBlankTitle: boolean;
};

const titleOfForm = /\btemplate\b|vorlage|modèle|plantilla|^(?:incident |issue |outage )?(?:title|name)(?: incident)?$/;

/** Measures sections, their title and what stands before them included. */
export function measureForm(all: readonly Section[], text: string): Measure {
  const topics = new Set<string>();
  const measure: Measure = {
    topics: 0,
    places: 0,
    empty: 0,
    words: 0,
    sections: 0,
    isTemplate: false,
    hasBlankTitle: false,
  };
  for (const [index, section] of all.entries()) {
    const topic = section.level === 0 ? undefined : topicOf(section.title);
    if (section.level > 0) measure.sections++;
    if (topic !== undefined) topics.add(topic.name);
    if (titleOfForm.test(headingKey(section.title))) measure.isTemplate = true;
    if (section.level === 1 && hintSpans(section.title).length > 0) measure.hasBlankTitle = true;
    const units = unitsOf(section.blocks, text);
    const hasChild = (all[index + 1]?.level ?? 0) > section.level;
    if (units.length === 0 && topic !== undefined && !hasChild && section.level > 0) measure.empty++;
    for (const unit of units.slice(0, 2000)) measureUnit(unit, text, topics, measure);
  }
  measure.topics = topics.size;
  return measure;
}

function measureUnit(unit: Unit, text: string, topics: Set<string>, measure: Measure): void {
  if (unit.type === 'table') {
    for (const row of unit.table?.rows.slice(0, 100) ?? [])
      for (const { from, to } of row.cells) if (isPlace(text.slice(from, to))) measure.places++;
    return;
  }
  if (unit.type !== 'line') return;
  const line = text.slice(unit.from, Math.min(unit.to, unit.from + 1000));
  const label = findLabel(text, unit.from, unit.to);
  if (label !== undefined && label.end - unit.from < 90) {
    const name = text.slice(unit.from, label.end);
    const found = resolveLabel(name, text.slice(label.end, unit.to), { topic: 'header', hasLengths: true });
    if (found !== undefined) topics.add(found.path);
    const value = text.slice(label.end, unit.to);
    if (isPlace(value) && (value.trim() !== '' || found !== undefined)) {
      measure.places++;
      return;
    }
  }
  if (isPlace(line)) measure.places++;
  else measure.words += line.split(/\s+/).length;
}

/** A place is a text of which most asks to be replaced; a variable within a sentence is none. */
function isPlace(text: string): boolean {
  if (!asks(text)) return false;
  const hinted = hintSpans(text).reduce((sum, { from, to }) => sum + to - from, 0);
  return hinted === 0 || hinted * 5 >= text.trim().length * 2;
}
