/** The places that score most, and among equals the latest; `most` of them in their order. */
export function best(places: Int32Array, most: number, isBefore: (left: number, right: number) => boolean): number[] {
  const kept: number[] = [];
  for (const place of places) {
    const last = kept[kept.length - 1];
    if (kept.length === most && last !== undefined && !isBefore(place, last)) continue;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(place, kept[middle] as number)) high = middle;
      else low = middle + 1;
    }
    kept.splice(low, 0, place);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
