type Placed = { id: string; position: number };

/** Between its neighbours, so many steps of all from the one before. */
function between(before: number | undefined, next: number | undefined, step: number, count: number): number {
  if (before === undefined) return next === undefined ? step : next - count - 1 + step;
  return next === undefined ? before + step : before + ((next - before) * step) / (count + 1);
}

/** Entries of one position stand by their ids. */
const isBehind = (one: Placed, other: Placed): boolean =>
  one.position > other.position || (one.position === other.position && one.id > other.id);

/**
 * The positions of entries in a wanted order, by id. Those that are there keep theirs, the others go between them; where their order
 * is another one, or no number is left between two, all are counted anew. Pure.
 */
export function positionsFor(wanted: readonly { id: string }[], kept: readonly Placed[]): Map<string, number> {
  const known = new Map(kept.map(({ id, position }) => [id, position]));
  const placed: Placed[] = [];
  let missing: string[] = [];
  const place = (next: number | undefined) => {
    const before = placed.at(-1)?.position;
    for (const [step, id] of missing.entries())
      placed.push({ id, position: between(before, next, step + 1, missing.length) });
    missing = [];
  };
  for (const { id } of wanted) {
    const position = known.get(id);
    if (position === undefined) missing.push(id);
    else {
      place(position);
      placed.push({ id, position });
    }
  }
  place(undefined);
  const isInOrder = placed.every((one, index) => index === 0 || isBehind(one, placed[index - 1] as Placed));
  return new Map(placed.map(({ id, position }, index) => [id, isInOrder ? position : index + 1]));
}
