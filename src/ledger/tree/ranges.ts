import { LedgerError } from '../ledger-error.ts';

/** Leaves of a tree from one index up to, not including, another: what one hash of a proof stands for. */
export type Range = { from: number; to: number };

/** A full subtree: 2 ** height leaves, the index-th such from the left. Leaves have height 0. */
export type Node = { height: number; index: number };

/** Reads the hash of a full subtree. */
export type ReadNode = (node: Node) => Uint8Array;

/** The largest power of two below a size: where RFC 6962 splits a tree. Numbers go beyond 32 bits, so no bit operations. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The full subtrees a range is made of, from left to right. The range begins where RFC 6962 splits, as all below do. */
export function peaksOf({ from, to }: Range): Node[] {
  const peaks: Node[] = [];
  for (let at = from; at < to;) {
    let height = 0;
    let leaves = 1;
    while (at + 2 * leaves <= to && at % (2 * leaves) === 0) {
      height++;
      leaves *= 2;
    }
    peaks.push({ height, index: at / leaves });
    at += leaves;
  }
  return peaks;
}

/** The subtrees beside the way from a leaf up to the root (RFC 6962 section 2.1.1), lowest first. @throws LedgerError out of range */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw new LedgerError('ledger.out-of-range', `there is no entry ${index} in a tree of ${size} entries`);
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    const left = index < middle;
    ranges.push(left ? { from: middle, to } : { from, to: middle });
    [from, to] = left ? [from, middle] : [middle, to];
  }
  return ranges.toReversed();
}

/**
 * The subtrees that show that the tree of one size begins that of another (RFC 6962 section 2.1.2), lowest first.
 * @throws LedgerError out of range, also for a size of 0, which begins every tree without a proof
 */
export function consistencyRanges(size: number, later: number): Range[] {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(later) || size < 1 || size > later)
    throw new LedgerError('ledger.out-of-range', `a tree of ${later} entries has no proof for one of ${size}`);
  const ranges: Range[] = [];
  let [from, to] = [0, later];
  while (to !== size) {
    const middle = from + split(to - from);
    const left = size <= middle;
    ranges.push(left ? { from: middle, to } : { from, to: middle });
    [from, to] = left ? [from, middle] : [middle, to];
  }
  // The old tree itself is known to whoever checks; only a part of it has to be told.
  return from === 0 ? ranges.toReversed() : [{ from, to }, ...ranges.toReversed()];
}
