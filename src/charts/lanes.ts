import { textWidth } from './svg.ts';

/** A label that wants to stand at `x`; `lane` counts from the top. */
export type Placed<T> = { item: T; x: number; lane: number; from: number };

/**
 * Puts labels into lanes so that none overlaps another, nor the stem that leads down to a label of a deeper lane. It
 * works from the right: deeper labels stand further left, and their stems pass before the others begin. Labels stay
 * within `left` and `right`; those that find no lane among `maxLanes` are dropped.
 */
export function placeLabels<T>(
  wanted: { item: T; x: number; text: string }[],
  size: number,
  left: number,
  right: number,
  maxLanes: number,
): Placed<T>[] {
  const free: number[] = [];
  const placed: Placed<T>[] = [];
  for (const label of wanted.toSorted((a, b) => b.x - a.x)) {
    const width = textWidth(label.text, size);
    const from = Math.max(left, Math.min(label.x - 4, right - width));
    let lane = free.findIndex((start) => from + width + 8 <= start);
    if (lane === -1) lane = free.length;
    if (lane >= maxLanes) continue;
    free[lane] = from;
    for (let above = 0; above < lane; above++) free[above] = Math.min(free[above] ?? right, label.x);
    placed.push({ item: label.item, x: label.x, lane, from });
  }
  return placed;
}
