import { createHash } from 'node:crypto';

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of a leaf's data (RFC 6962 section 2.1). */
export const leafHash = (data: Uint8Array): Uint8Array => createHash('sha256').update(leafPrefix).update(data).digest();

/** The hash of an inner node (RFC 6962 section 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  createHash('sha256').update(nodePrefix).update(left).update(right).digest();

/** The root of the tree without leaves: the hash of nothing. */
export const emptyRoot: Uint8Array = createHash('sha256').digest();

/** Whether two hashes are the same 32 bytes. */
export const sameHash = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === 32 && Buffer.compare(left, right) === 0;

/** The root over full subtrees from left to right, the largest first. Nothing gives the empty root. */
export function foldPeaks(peaks: Uint8Array[]): Uint8Array {
  return (
    peaks.reduceRight<Uint8Array | undefined>(
      (right, left) => (right === undefined ? left : nodeHash(left, right)),
      undefined,
    ) ?? emptyRoot
  );
}
