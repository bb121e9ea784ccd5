import { grown } from './lists.ts';

/** Three rows of the table of distances, used again for each pair of words. */
let rows: [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(80), new Uint8Array(80), new Uint8Array(80)];

/**
 * How many letters are to be added, left out, changed or swapped with their neighbour to make one word of another; undefined beyond
 * `most`. Only cells that near the diagonal can be within it, so no others are filled.
 */
export function distanceWithin(left: string, right: string, most: number): number | undefined {
  if (Math.abs(left.length - right.length) > most) return undefined;
  const beyond = most + 1;
  rows = [grown(rows[0], right.length + 2), grown(rows[1], right.length + 2), grown(rows[2], right.length + 2)];
  let [before, above, here] = rows;
  for (let column = 0; column <= right.length; column += 1) above[column] = Math.min(column, beyond);
  for (let row = 1; row <= left.length; row += 1) {
    const [from, to] = [Math.max(1, row - most), Math.min(right.length, row + most)];
    const letter = left.charCodeAt(row - 1);
    let least = from === 1 ? Math.min(row, beyond) : beyond;
    here[from - 1] = least;
    for (let column = from; column <= to; column += 1) {
      const other = right.charCodeAt(column - 1);
      let cost = (above[column - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (above[column] as number) + 1, (here[column - 1] as number) + 1, beyond);
      const isSwapped =
        row > 1 && column > 1 && letter === right.charCodeAt(column - 2) && left.charCodeAt(row - 2) === other;
      if (isSwapped) cost = Math.min(cost, (before[column - 2] as number) + 1);
      here[column] = cost;
      if (cost < least) least = cost;
    }
    // The next row looks one cell further.
    here[to + 1] = beyond;
    if (least === beyond) return undefined;
    [before, above, here] = [above, here, before];
  }
  const distance = above[right.length] as number;
  return distance <= most ? distance : undefined;
}
