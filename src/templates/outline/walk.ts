import type { Anchor, BlockAnchor, LineAnchor, RowAnchor, Slot, TemplateSection } from '../template.ts';

/** Every placeholder of a template with the constants of its entry, in order. */
export function* walkAnchors(sections: readonly TemplateSection[]): Generator<{ path: string }> {
  for (const section of sections) {
    if (section.heading !== undefined) yield* slotsOf(section.heading);
    for (const anchor of section.anchors) {
      if (anchor.type === 'table') for (const row of anchor.rows) yield* slotsOf(row);
      else yield* slotsOf(anchor);
    }
  }
}

/** The placeholders of one anchor, checkbox and constants included. */
export function* slotsOf(anchor: LineAnchor | BlockAnchor | RowAnchor): Generator<{ path: string }> {
  yield* anchor.constants;
  if ('cells' in anchor) {
    for (const cell of anchor.cells) if (cell !== undefined) yield* patternSlots(cell);
  } else if (anchor.type === 'block') yield anchor.slot;
  else {
    yield* patternSlots(anchor.pattern);
    for (const child of anchor.children) yield* slotsOf(child);
  }
}

function* patternSlots(pattern: LineAnchor['pattern']): Generator<Slot> {
  if (pattern.checkbox !== undefined) yield pattern.checkbox.slot;
  yield* pattern.slots;
}

/** An anchor that repeats, wherever it stands. */
export type Repeat = LineAnchor | BlockAnchor | RowAnchor;

/** All repeating anchors of a template by collection, in order. */
export function repeatsByCollection(sections: readonly TemplateSection[]): Map<string, Repeat[]> {
  const found = new Map<string, Repeat[]>();
  const add = (anchor: Repeat) => {
    if (anchor.collection === undefined) return;
    const list = found.get(anchor.collection);
    if (list === undefined) found.set(anchor.collection, [anchor]);
    else list.push(anchor);
  };
  const each = (anchor: Anchor) => (anchor.type === 'table' ? anchor.rows.forEach(add) : add(anchor));
  for (const section of sections) section.anchors.forEach(each);
  return found;
}
