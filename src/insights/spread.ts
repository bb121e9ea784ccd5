/** Median and 90th percentile of some values, linear between the two neighbouring ones, and their mean. */
export type Quantiles = { median: number; p90: number; mean: number };

/** Puts the value of a rank where it would stand in order, less before it and more behind (Hoare). Ranks below `low` are done. */
function select(values: Float64Array, rank: number, low: number): void {
  let high = values.length - 1;
  while (low < high) {
    const [first, middle, last] = [values[low], values[(low + high) >>> 1], values[high]] as [number, number, number];
    const pivot = first < middle ? Math.max(first, Math.min(middle, last)) : Math.max(middle, Math.min(first, last));
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] as number) < pivot) left += 1;
      while ((values[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const moved = values[left] as number;
      values[left] = values[right] as number;
      values[right] = moved;
      left += 1;
      right -= 1;
    }
    if (right < rank) low = left;
    if (rank < left) high = right;
  }
}

/** The value at a share of the way through the order, from a rank on that the caller has found already. */
function percentile(values: Float64Array, share: number, low: number): number {
  const wanted = share * (values.length - 1);
  const rank = Math.floor(wanted);
  select(values, rank, low);
  const below = values[rank] as number;
  if (wanted === rank) return below;
  let above = Infinity;
  for (let place = rank + 1; place < values.length; place += 1)
    if ((values[place] as number) < above) above = values[place] as number;
  return below + (wanted - rank) * (above - below);
}

/** Counts over values, one at least, which are in another order afterwards. */
export function quantiles(values: Float64Array): Quantiles {
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place] as number;
  const median = percentile(values, 0.5, 0);
  const p90 = percentile(values, 0.9, Math.floor((values.length - 1) / 2));
  return { median, p90, mean: sum / values.length };
}
