import { sameHash } from '../tree/node-hash.ts';
import type { TreeHead } from '../tree/verify-consistency.ts';
import type { LogProblem } from './problem.ts';

/** Checkpoints by size, each size once, and the pairs of one size that differ. */
export function sortedHeads(checkpoints: TreeHead[]): { heads: TreeHead[]; problems: LogProblem[] } {
  const problems: LogProblem[] = [];
  const heads: TreeHead[] = [];
  for (const head of checkpoints.toSorted((left, right) => left.size - right.size)) {
    const last = heads.at(-1);
    if (last?.size !== head.size) heads.push(head);
    else if (!sameHash(last.root, head.root)) problems.push({ kind: 'forked', size: head.size, other: head.size });
  }
  return { heads, problems };
}

/**
 * Follows the checkpoints while the tree grows. A checkpoint that the entries do not give, followed by one that they do, is of
 * another history: a fork. Without a later one that agrees, entries after the last agreement were rewritten.
 */
export function checkpointFollower(heads: TreeHead[]) {
  const problems: LogProblem[] = [];
  let next = 0;
  let agreed = 0;
  let disagreeing: TreeHead[] = [];
  return {
    /** Compares the checkpoints up to a size. */
    follow(size: number, rootAt: (size: number) => Uint8Array): void {
      for (let head = heads[next]; head !== undefined && head.size <= size; head = heads[++next]) {
        if (!sameHash(rootAt(head.size), head.root)) {
          disagreeing.push(head);
          continue;
        }
        agreed = head.size;
        for (const { size: other } of disagreeing) problems.push({ kind: 'forked', size: other, other: head.size });
        disagreeing = [];
      }
    },
    /** What was found, once `entries` have been seen. */
    end(entries: number): { agreed: number; problems: LogProblem[] } {
      const [first] = disagreeing;
      if (first !== undefined) problems.push({ kind: 'rewritten', from: agreed, to: first.size });
      const most = heads.at(-1)?.size ?? 0;
      if (most > entries) problems.push({ kind: 'truncated', signed: most, entries });
      return { agreed, problems };
    },
  };
}
