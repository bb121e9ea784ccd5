/** A card: where it would stand beside its text, and how high it is, in px. */
export type Box = { wanted: number; height: number };

const gapPx = 8;

/**
 * Where cards stand, from top to bottom as they are given, so that none covers another: each as near its text as those before it allow.
 * The one that is looked at stands exactly beside its own, and those above it give way.
 */
export function topsOf(boxes: readonly Box[], active: number): number[] {
  const tops: number[] = [];
  let least = 0;
  for (const [index, { wanted, height }] of boxes.entries()) {
    const top = index === active ? Math.max(wanted, 0) : Math.max(wanted, least);
    tops.push(top);
    least = top + height + gapPx;
  }
  for (let index = active - 1; index >= 0; index -= 1) {
    const most = (tops[index + 1] ?? 0) - (boxes[index]?.height ?? 0) - gapPx;
    tops[index] = Math.min(tops[index] ?? 0, most);
  }
  // Above the top there is no room: then all move down.
  const above = Math.min(0, ...tops);
  return tops.map((top) => top - above);
}
