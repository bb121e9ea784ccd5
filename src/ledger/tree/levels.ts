import { LedgerError } from '../ledger-error.ts';
import { batchHash } from '../sha256/index.ts';
import type { ReadNode } from './ranges.ts';

/** All full subtrees over some leaf hashes, level by level, each level's hashes one after another; leaves first. */
export function levelsOf(leaves: Uint8Array): Uint8Array[] {
  const levels = [leaves];
  for (let nodes = leaves; nodes.length >= 64;) {
    nodes = batchHash().parents(nodes);
    levels.push(nodes);
  }
  return levels;
}

/** Reads nodes of a tree that is wholly in memory, from its leaf hashes one after another. */
export function treeInMemory(leaves: Uint8Array): ReadNode {
  const levels = levelsOf(leaves);
  return ({ height, index }) => {
    const hash = levels[height]?.subarray(32 * index, 32 * index + 32);
    if (hash?.length !== 32)
      throw new LedgerError('ledger.out-of-range', `the tree has no node ${index} at height ${height}`);
    return hash;
  };
}
