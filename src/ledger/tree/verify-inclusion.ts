import { nodeHash, sameHash } from './node-hash.ts';

/**
 * Whether a proof shows that a leaf is at an index of the tree with this root (RFC 9162 section 2.1.3.2). `leaf` is the leaf's
 * hash. Never throws: what is not of its form proves nothing.
 */
export function verifyInclusion(
  claim: { leaf: Uint8Array; index: number; size: number; root: Uint8Array },
  proof: Uint8Array[],
): boolean {
  const { leaf, index, size, root } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (leaf.length !== 32 || proof.some((hash) => hash.length !== 32)) return false;
  let [at, last] = [index, size - 1];
  let hash = leaf;
  for (const beside of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(beside, hash);
      // The last node of a level may have no right neighbour for several levels: it is carried up unchanged.
      for (; at % 2 === 0 && at !== 0; at /= 2) last = Math.floor(last / 2);
    } else hash = nodeHash(hash, beside);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameHash(hash, root);
}
