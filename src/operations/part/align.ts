/** Pairs of positions: what of the first list is what of the second; -1 where there is none. */
export type Pair = { from: number; to: number };

type Likeness = (from: number, to: number) => number;

/** How alike two entries must be, of 1, to be the same one changed. */
const leastLikeness = 0.3;

/** Cells of the table that finds the longest common subsequence, and comparisons of what is left: a second of work at most. */
const most = { cells: 4_000_000, comparisons: 250_000 };

/** Longest common subsequence of two lists by equality, as pairs in order. */
function common(first: readonly string[], second: readonly string[]): Pair[] {
  if (first.length * second.length > most.cells) return rising(first, second);
  const lengths = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1));
  for (let a = first.length - 1; a >= 0; a -= 1)
    for (let b = second.length - 1; b >= 0; b -= 1) {
      const [here, below] = [lengths[a] as Uint16Array, lengths[a + 1] as Uint16Array];
      here[b] = first[a] === second[b] ? (below[b + 1] ?? 0) + 1 : Math.max(below[b] ?? 0, here[b + 1] ?? 0);
    }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < first.length && b < second.length;) {
    if (first[a] === second[b]) pairs.push({ from: a++, to: b++ });
    else if ((lengths[a + 1]?.[b] ?? 0) >= (lengths[a]?.[b + 1] ?? 0)) a += 1;
    else b += 1;
  }
  return pairs;
}

/** Equal entries in order: what both begin and end with, and the longest common subsequence between. */
function inOrder(first: readonly string[], second: readonly string[]): Pair[] {
  const shorter = Math.min(first.length, second.length);
  let head = 0;
  while (head < shorter && first[head] === second[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && first.at(-1 - tail) === second.at(-1 - tail)) tail += 1;
  const [endFrom, endTo] = [first.length - tail, second.length - tail];
  const middle = common(first.slice(head, endFrom), second.slice(head, endTo));
  return [
    ...Array.from({ length: head }, (_, index) => ({ from: index, to: index })),
    ...middle.map(({ from, to }) => ({ from: from + head, to: to + head })),
    ...Array.from({ length: tail }, (_, index) => ({ from: endFrom + index, to: endTo + index })),
  ];
}

/** For long lists: each entry with its equal (the second of two equal ones with the second), and of those pairs the longest run in order. */
function rising(first: readonly string[], second: readonly string[]): Pair[] {
  const places = Map.groupBy(second.keys(), (to) => second[to] as string);
  const taken = new Map<string, number>();
  const ends: Pair[] = [];
  const before = new Map<Pair, Pair | undefined>();
  for (const [from, text] of first.entries()) {
    const turn = taken.get(text) ?? 0;
    taken.set(text, turn + 1);
    const to = places.get(text)?.[turn];
    if (to === undefined) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.to ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    const pair = { from, to };
    before.set(pair, ends[low - 1]);
    ends[low] = pair;
  }
  const pairs: Pair[] = [];
  for (let last = ends.at(-1); last !== undefined; last = before.get(last)) pairs.push(last);
  return pairs.toReversed();
}

/** The pairs of what is left over, the most alike first; at the same likeness the nearest. Of much, only what stands near is compared. */
function alike(from: number[], to: number[], likeness: Likeness): Pair[] {
  const width = Math.max(1, Math.floor(most.comparisons / Math.max(1, from.length)));
  const near = (place: number) => {
    const start = Math.max(0, Math.round((place * to.length) / from.length - width / 2));
    return to.slice(start, start + width);
  };
  const scored = from.flatMap((a, place) =>
    (to.length <= width ? to : near(place)).map((b) => ({ from: a, to: b, score: likeness(a, b) })),
  );
  const taken = { from: new Set<number>(), to: new Set<number>() };
  return scored
    .filter(({ score }) => score >= leastLikeness)
    .toSorted((x, y) => y.score - x.score || Math.abs(x.from - x.to) - Math.abs(y.from - y.to))
    .filter((pair) => {
      if (taken.from.has(pair.from) || taken.to.has(pair.to)) return false;
      taken.from.add(pair.from);
      taken.to.add(pair.to);
      return true;
    });
}

/**
 * Finds each entry of one list in another: equal ones in order, then the rest by likeness (0 to 1), wherever it stands.
 * @param first,second one text per entry, equal for equal entries
 */
export function align(first: readonly string[], second: readonly string[], likeness: Likeness): Pair[] {
  const pairs = inOrder(first, second);
  const placed = { from: new Set(pairs.map(({ from }) => from)), to: new Set(pairs.map(({ to }) => to)) };
  const left = first.map((_entry, index) => index).filter((index) => !placed.from.has(index));
  const open = second.map((_entry, index) => index).filter((index) => !placed.to.has(index));
  return [...pairs, ...alike(left, open, likeness)];
}

/**
 * Pairs what is left between two pairs when it is as much on both sides: entries that changed beyond likeness, and stand where
 * they stood.
 */
export function fillGaps(pairs: readonly Pair[], first: number, second: number): Pair[] {
  const filled = [...pairs];
  const known = new Set(pairs.map(({ from }) => from));
  const taken = new Set(pairs.map(({ to }) => to));
  let [from, to] = [-1, -1];
  for (const next of [...pairs.toSorted((a, b) => a.from - b.from), { from: first, to: second }]) {
    const size = next.from - from - 1;
    if (size > 0 && size === next.to - to - 1)
      for (let step = 1; step <= size; step += 1)
        if (!known.has(from + step) && !taken.has(to + step)) filled.push({ from: from + step, to: to + step });
    [from, to] = [next.from, next.to];
  }
  return filled;
}
