import { type TextEdit, textEdits } from '../../operations/part/text-edits.ts';

/** Where a place of the base is in ours: behind what was inserted there, and at the end of what replaced it. */
function placeIn(ours: readonly TextEdit[], place: number): number {
  let shift = 0;
  for (const { from, to, insert } of ours) {
    if (from > place) break;
    if (to > place && from < place) return from + shift + insert.length;
    if (to <= place) shift += insert.length - (to - from);
  }
  return place + shift;
}

/** The parts of a range of the base that ours still has. */
function leftOf(ours: readonly TextEdit[], from: number, to: number): { from: number; to: number }[] {
  const left: { from: number; to: number }[] = [];
  let start = from;
  for (const edit of ours) {
    if (edit.to < from || edit.from > to) continue;
    if (edit.from > start) left.push({ from: start, to: Math.min(edit.from, to) });
    start = Math.max(start, edit.to);
  }
  if (start < to) left.push({ from: start, to });
  return left;
}

const same = (a: TextEdit, b: TextEdit): boolean => a.from === b.from && a.to === b.to && a.insert === b.insert;

/**
 * What somebody changed in a text from `base` to `theirs`, as edits of `ours`, which was changed meanwhile, too: in order, not
 * overlapping. What both did alike is done already; what one inserted where the other removed stays.
 */
export function mergeEdits(base: string, ours: string, theirs: string): TextEdit[] {
  const own = textEdits(base, ours);
  const edits: TextEdit[] = [];
  for (const edit of textEdits(base, theirs)) {
    if (own.some((one) => same(one, edit))) continue;
    const [first, ...more] = leftOf(own, edit.from, edit.to);
    const start = first === undefined ? placeIn(own, edit.to) : placeIn(own, first.from);
    const end = first === undefined ? start : start + first.to - first.from;
    edits.push({ from: start, to: end, insert: edit.insert });
    for (const { from, to } of more) {
      const place = placeIn(own, from);
      edits.push({ from: place, to: place + to - from, insert: '' });
    }
  }
  return edits.filter(({ from, to, insert }) => from !== to || insert !== '');
}
