import { textWidth } from './svg.ts';

/** A label that wants to stand at `x`; `lane` counts from the top. */
export type Placed<T> = { item: T; x: number; lane: number; from: number };

/**
 * Puts labels into as few lanes as needed so that none overlaps another: each goes into the first lane that is free at
 * its place. Labels stay within `left` and `right`. Labels beyond `maxLanes` are dropped; the caller says how many.
 */
export function placeLabels<T>(
  wanted: { item: T; x: number; text: string }[],
  size: number,
  left: number,
  right: number,
  maxLanes: number,
): Placed<T>[] {
  const lanes: number[] = [];
  const placed: Placed<T>[] = [];
  for (const label of wanted.toSorted((a, b) => a.x - b.x)) {
    const width = textWidth(label.text, size);
    const from = Math.max(left, Math.min(label.x - 4, right - width));
    let lane = lanes.findIndex((end) => end + 12 <= from);
    if (lane === -1) lane = lanes.length;
    if (lane >= maxLanes) continue;
    lanes[lane] = from + width;
    placed.push({ item: label.item, x: label.x, lane, from });
  }
  return placed;
}
