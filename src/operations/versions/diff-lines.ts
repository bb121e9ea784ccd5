/** One line of a comparison. */
export type DiffLine = { kind: 'same' | 'removed' | 'added'; text: string };

/** Edits beyond which the differing middle is shown as replaced: finding the least is quadratic in them. */
const mostEdits = 1000;

const marked = (kind: DiffLine['kind'], lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind, text }));

/** Furthest points per number of edits, after Myers, "An O(ND) difference algorithm" (1986); undefined beyond the limit. */
function trace(a: readonly string[], b: readonly string[]): Int32Array[] | undefined {
  const most = Math.min(a.length + b.length, mostEdits);
  const furthest = new Int32Array(2 * most + 3);
  const steps: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    steps.push(furthest.slice(most + 1 - edits - 1, most + 1 + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = most + 1 + diagonal;
      const down = diagonal === -edits || (diagonal !== edits && (furthest[at - 1] ?? 0) < (furthest[at + 1] ?? 0));
      let x = down ? (furthest[at + 1] ?? 0) : (furthest[at - 1] ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      furthest[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return steps;
    }
  }
  return undefined;
}

function shortest(a: readonly string[], b: readonly string[]): DiffLine[] {
  const steps = trace(a, b);
  if (steps === undefined) return [...marked('removed', a), ...marked('added', b)];
  const lines: DiffLine[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = steps.length - 1; edits >= 0; edits -= 1) {
    const furthest = steps[edits] as Int32Array;
    const diagonal = x - y;
    const value = (of: number) => furthest[of + edits + 1] ?? 0;
    const down = diagonal === -edits || (diagonal !== edits && value(diagonal - 1) < value(diagonal + 1));
    const before = down ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : value(before);
    const startY = edits === 0 ? 0 : startX - before;
    const sameFrom = edits === 0 ? 0 : down ? startX : startX + 1;
    for (; x > sameFrom; x -= 1, y -= 1) lines.push({ kind: 'same', text: a[x - 1] ?? '' });
    if (edits > 0)
      lines.push(down ? { kind: 'added', text: b[startY] ?? '' } : { kind: 'removed', text: a[startX] ?? '' });
    x = startX;
    y = startY;
  }
  return lines.toReversed();
}

/** Compares two texts line by line. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const middle = shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [...marked('same', a.slice(0, head)), ...middle, ...marked('same', a.slice(a.length - tail))];
}
