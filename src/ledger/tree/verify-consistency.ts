import { emptyRoot, nodeHash, sameHash } from './node-hash.ts';

/** A tree as a checkpoint states it. */
export type TreeHead = { size: number; root: Uint8Array };

/**
 * Whether a proof shows that one tree is the beginning of a later one (RFC 9162 section 2.1.4.2). The empty tree begins every
 * tree, without a proof. Never throws: what is not of its form proves nothing.
 */
export function verifyConsistency(earlier: TreeHead, later: TreeHead, proof: Uint8Array[]): boolean {
  if (![earlier.size, later.size].every((size) => Number.isSafeInteger(size) && size >= 0)) return false;
  if ([earlier.root, later.root, ...proof].some((hash) => hash.length !== 32)) return false;
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && sameHash(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0 && sameHash(earlier.root, emptyRoot);

  let [at, last] = [earlier.size - 1, later.size - 1];
  for (; at % 2 === 1; at = Math.floor(at / 2)) last = Math.floor(last / 2);
  // An old tree of a power of two is itself the first hash; otherwise the proof begins with a part of it.
  const [first, ...rest] = at === 0 ? [earlier.root, ...proof] : proof;
  if (first === undefined) return false;
  let [old, grown] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      old = nodeHash(beside, old);
      grown = nodeHash(beside, grown);
      for (; at % 2 === 0 && at !== 0; at /= 2) last = Math.floor(last / 2);
    } else grown = nodeHash(grown, beside);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameHash(old, earlier.root) && sameHash(grown, later.root);
}
