import { type Bytes, sameBytes, sha256 } from './bytes.ts';

/** The hash of a leaf's data (RFC 6962 section 2.1). */
export const leafHash = (data: Uint8Array): Promise<Bytes> => sha256(Uint8Array.of(0), data);

/** The hash of an inner node (RFC 6962 section 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<Bytes> => sha256(Uint8Array.of(1), left, right);

/** A tree as a checkpoint states it. */
export type TreeHead = { size: number; root: Uint8Array };

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (hashes: Uint8Array[]): boolean => hashes.every(({ length }) => length === 32);

/**
 * Whether a proof shows that a leaf is at an index of a tree (RFC 9162 section 2.1.3.2); `leaf` is the leaf's hash. What is not of
 * its form proves nothing. The server has the same for programs; this one needs nothing but a browser.
 */
export async function verifyInclusion(
  { leaf, index, head }: { leaf: Uint8Array; index: number; head: TreeHead },
  proof: Uint8Array[],
): Promise<boolean> {
  if (!isSize(index) || !isSize(head.size) || index >= head.size || !areHashes([leaf, ...proof])) return false;
  let [at, last] = [index, head.size - 1];
  let hash = leaf;
  for (const beside of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await nodeHash(beside, hash);
      // The last node of a level may have no right neighbour for several levels: it is carried up unchanged.
      for (; at % 2 === 0 && at !== 0; at /= 2) last = Math.floor(last / 2);
    } else hash = await nodeHash(hash, beside);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(hash, head.root);
}

/** Whether a proof shows that one tree, not empty, is the beginning of a later one (RFC 9162 section 2.1.4.2). */
export async function verifyConsistency(earlier: TreeHead, later: TreeHead, proof: Uint8Array[]): Promise<boolean> {
  if (!isSize(earlier.size) || !isSize(later.size) || !areHashes([earlier.root, later.root, ...proof])) return false;
  if (earlier.size === 0 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && sameBytes(earlier.root, later.root);
  let [at, last] = [earlier.size - 1, later.size - 1];
  for (; at % 2 === 1; at = Math.floor(at / 2)) last = Math.floor(last / 2);
  // An old tree of a power of two is itself the first hash; otherwise the proof begins with a part of it.
  const [first, ...rest] = at === 0 ? [earlier.root, ...proof] : proof;
  if (first === undefined) return false;
  let [old, grown] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [old, grown] = [await nodeHash(beside, old), await nodeHash(beside, grown)];
      for (; at % 2 === 0 && at !== 0; at /= 2) last = Math.floor(last / 2);
    } else grown = await nodeHash(grown, beside);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(old, earlier.root) && sameBytes(grown, later.root);
}
