import type { BlockAnchor, Constant, LineAnchor, Pattern, Slot } from '../template.ts';
import type { LayoutColumn } from './layout.ts';
import { cleanLabel, hasWords, nameOf, titleBefore } from './words.ts';

/** One repeating line or block of a template as the layout sees it, before neighbours become one list. */
export type EntryLine = {
  collection: string;
  constants: readonly Constant[];
  /** The literal label of a line that is there before it is filled; empty for an open line. */
  fixed: string;
  mark: string;
  columns: LayoutColumn[];
  single: boolean;
};

/** A column of a placeholder of an entry. */
export function columnFor(slot: Slot, title?: string): LayoutColumn {
  const named = title === undefined ? { title: nameOf(slot.path), unnamed: true as const } : { title };
  if (slot.kind === 'claim') return { key: '', ...named, field: 'line', figure: slot.key };
  return { key: slot.collection === undefined ? '' : slot.key, ...named, field: slot.kind };
}

/** `below` has the label of each line below the entry, where that stands on a line of its own. */
export function entryLine(anchor: LineAnchor | BlockAnchor, below: readonly string[]): EntryLine {
  const { constants, collection = '' } = anchor;
  if (anchor.type === 'block')
    return { collection, constants, fixed: '', mark: '', columns: [columnFor(anchor.slot)], single: true };
  const label = cleanLabel(anchor.pattern.bare);
  const named = hasWords(label);
  const fixed = named && constants.length > 0 && anchor.pattern.labelKey !== '' ? label : '';
  const own = named && fixed === '' ? label.replace(anchor.pattern.counter ? / 1$/ : /$^/, '') : undefined;
  const title = own ?? titleBefore(anchor.pattern.lead.slice(anchor.pattern.bare.length));
  const columns = patternColumns(anchor.pattern, title);
  anchor.children.forEach((child, index) => {
    const over = below[index] ?? '';
    const own = child.type === 'block' ? over : cleanLabel(child.pattern.bare);
    const words = hasWords(own) ? own : undefined;
    const more = child.type === 'block' ? [columnFor(child.slot, words)] : patternColumns(child.pattern, words);
    columns.push(...more.map((column): LayoutColumn => ({ ...column, below: true })));
  });
  return { collection, constants, fixed, mark: named ? '' : label, columns, single: false };
}

/** The columns of one line or cell; `title` is for its first value. */
export function patternColumns(pattern: Pattern, title: string | undefined): LayoutColumn[] {
  const columns: LayoutColumn[] = [];
  if (pattern.checkbox !== undefined) {
    const { slot, value } = pattern.checkbox;
    const box = pattern.slots.length === 0 ? columnFor(slot, title) : columnFor(slot);
    columns.push(value === undefined ? box : { ...box, tick: value });
  }
  pattern.slots.forEach((slot, index) => {
    columns.push(columnFor(slot, index === 0 ? title : titleBefore(pattern.seps[index - 1] ?? '')));
  });
  return columns;
}
