/** How many letters are to be added, left out, changed or swapped with their neighbour to make one word of another; undefined beyond `most`. */
export function distanceWithin(left: string, right: string, most: number): number | undefined {
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (above[column] as number) + 1,
        (here[column - 1] as number) + 1,
        (above[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] as number) + 1);
      here.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return undefined;
    [before, above] = [above, here];
  }
  const distance = above[right.length] as number;
  return distance <= most ? distance : undefined;
}
