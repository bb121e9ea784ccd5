import type { PostmortemRecord } from '../../record/record.ts';
import type { Repeat } from '../outline/walk.ts';
import type { Constant, Template } from '../template.ts';

/** One entry of a collection, as plain data. */
export type Entry = { readonly [key: string]: unknown };

/** Which entries each repeating anchor writes, by index, and which find no place in the template. */
export type Selection = { byAnchor: Map<number, number[]>; homeless: Map<string, number[]> };

/** The entries of a collection; empty when the record has none. */
export function entriesOf(record: PostmortemRecord, collection: string): readonly Entry[] {
  const list: unknown = (record as { [key: string]: unknown })[collection];
  return Array.isArray(list) ? (list as Entry[]) : [];
}

/** Gives every entry to the anchor whose constants it fits best; without one, it is homeless. */
export function select(record: PostmortemRecord, template: Template): Selection {
  const selection: Selection = { byAnchor: new Map(), homeless: new Map() };
  for (const [collection, anchors] of template.repeats) {
    const entries = entriesOf(record, collection);
    for (let index = 0; index < entries.length; index++) {
      const anchor = bestFor(entries[index] as Entry, anchors);
      const full = anchor !== undefined && 'slot' in anchor && selection.byAnchor.has(anchor.id);
      if (anchor === undefined || full) push(selection.homeless, collection, index);
      else push(selection.byAnchor, anchor.id, index);
    }
  }
  return selection;
}

function push<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index]);
  else list.push(index);
}

/** The anchor that writes an entry; undefined when the template has no place for it. */
export function bestFor(entry: Entry, anchors: readonly Repeat[]): Repeat | undefined {
  let best: Repeat | undefined;
  let bestScore = 0;
  for (const anchor of anchors) {
    const score = fit(entry, anchor);
    if (score === refused) return undefined;
    if (score > bestScore) [best, bestScore] = [anchor, score];
  }
  return best;
}

/** 0: does not fit. More and more exact constants score higher; a catch-all fits least. */
function fit(entry: Entry, anchor: Repeat): number {
  let score = 1;
  for (const constant of anchor.constants) {
    const own = matchConstant(entry, constant);
    if (own === 0) return 0;
    score += own - (own < 1 ? 0.9 : 0);
  }
  if (states(entry, anchor)) return score;
  return anchor.constants.length > 0 && 'fixed' in anchor && score > anchor.constants.length ? refused : 0;
}

/** An entry that only names a fixed row: written as a free row, it would be read as the fixed one. */
const refused = -1;

/** 2 for the first value of a constant, 1 for another it names, 0.05 for its catch-all, 0 for none. */
export function matchConstant(entry: Entry, { key, values, rest }: Pick<Constant, 'key' | 'values' | 'rest'>): number {
  const own = entry[key];
  if (typeof own === 'string') {
    if (sameWord(own, values[0] ?? '')) return 2;
    if (values.some((value) => sameWord(value, own))) return 1;
  }
  return rest ? 0.05 : 0;
}

/** Equal but for case. */
export function sameWord(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}

/** Is there anything to print at this anchor, and the label where the label is a value? */
function states(entry: Entry, anchor: Repeat): boolean {
  if ('cells' in anchor) return anchor.cells.some((cell) => cell?.slots.some((slot) => has(entry, slot.key)));
  if (anchor.type === 'block') return has(entry, anchor.slot.key);
  const { pattern } = anchor;
  if (pattern.named) return pattern.slots.slice(0, 2).every((slot) => has(entry, slot.key));
  const inCode = anchor.role === 'code' && pattern.labelKey === '';
  if (pattern.slots.slice(inCode ? 1 : 0).some((slot) => has(entry, slot.key))) return true;
  if (pattern.checkbox !== undefined && pattern.labelKey !== '' && entry[pattern.checkbox.slot.key] === true)
    return true;
  return anchor.children.some((child) =>
    child.type === 'block' ? has(entry, child.slot.key) : child.pattern.slots.some((slot) => has(entry, slot.key)),
  );
}

function has(entry: Entry, key: string): boolean {
  if (key === 'time') return entry['written'] !== undefined || entry['at'] !== undefined;
  const value = entry[key];
  return value !== undefined && value !== '';
}
