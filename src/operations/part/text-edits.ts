/** In place of what stands from `from` up to `to`, the text `insert`. Offsets are UTF-16 units of the text before. */
export type TextEdit = { from: number; to: number; insert: string };

/** Edits of a text that is known from elsewhere, and the SHA-256 of what they make of it: whoever makes them can tell. */
export type TextEdits = { at: TextEdit[]; sha256: string };

/** Beyond so many differing words two texts count as having nothing in common there. */
const mostDifferences = 500;

const words = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** How many units both texts begin with, and how many of the rest they end with; no character is cut in two. */
function shared(before: string, after: string): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (head > 0 && (isLow(before.charCodeAt(head)) || isLow(after.charCodeAt(head)))) head -= 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail -= 1;
  return { head, tail };
}

/** Furthest reaches of each diagonal, step by step (Myers, "An O(ND) difference algorithm", 1986); undefined beyond the limit. */
function reaches(a: readonly string[], b: readonly string[]): Map<number, number>[] | undefined {
  const steps: Map<number, number>[] = [];
  let reach = new Map([[1, 0]]);
  for (let d = 0; d <= Math.min(mostDifferences, a.length + b.length); d += 1) {
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return [...steps, next];
    }
    steps.push(next);
    reach = next;
  }
  return undefined;
}

/** Positions of words that both lists have in common, in order; undefined where they differ too much. */
function commonWords(a: readonly string[], b: readonly string[]): [number, number][] | undefined {
  const steps = reaches(a, b);
  if (steps === undefined) return undefined;
  const pairs: [number, number][] = [];
  let [x, y] = [a.length, b.length];
  for (let d = steps.length - 1; d >= 0; d -= 1) {
    const before = d === 0 ? new Map([[1, 0]]) : (steps[d - 1] as Map<number, number>);
    const k = x - y;
    const down = k === -d || (k !== d && (before.get(k - 1) ?? -1) < (before.get(k + 1) ?? -1));
    const from = before.get(down ? k + 1 : k - 1) ?? 0;
    const start = down ? from : from + 1;
    while (x > start && y > 0) pairs.push([(x -= 1), (y -= 1)]);
    [x, y] = d === 0 ? [0, 0] : [from, from - (down ? k + 1 : k - 1)];
  }
  return pairs.toReversed();
}

/** The edits that make one text of another, in order; whole words, so that they can be read. */
export function textEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const { head, tail } = shared(before, after);
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const whole = [{ from: head, to: head + old.length, insert: now }];
  if (old === '' || now === '') return whole;
  const [a, b] = [old.match(words) ?? [], now.match(words) ?? []];
  const pairs = commonWords(a, b);
  if (pairs === undefined) return whole;
  const edits: TextEdit[] = [];
  let [from, i, j] = [head, 0, 0];
  for (const [x, y] of [...pairs, [a.length, b.length] as const]) {
    const removed = a.slice(i, x).join('');
    const insert = b.slice(j, y).join('');
    if (removed !== '' || insert !== '') edits.push({ from, to: from + removed.length, insert });
    from += removed.length + (a[x]?.length ?? 0);
    [i, j] = [x + 1, y + 1];
  }
  return edits;
}

/** The text with edits made in it; they are in order and do not overlap. */
export const withEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduceRight((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
