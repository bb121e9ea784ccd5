import { createHash } from 'node:crypto';
import { partsRoot } from '../../ledger/batch-entry.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The salt of one entry of a batch: out of the seed that the ledger's payload holds, so that one seed is erased with it. */
const saltOf = (seed: Uint8Array, index: number): Uint8Array =>
  createHash('sha256').update(seed).update(String(index)).digest().subarray(0, 16);

/**
 * What the ledger holds of entries that came together: the root over their salted hashes, and the seed of the salts. Each entry is
 * hashed as the JSON text it is kept as, and can so be proven by itself.
 */
export function batchRoot(entries: readonly unknown[], seed: Uint8Array): { root: string; seed: string } {
  const parts = entries.map((entry, index) => ({ salt: saltOf(seed, index), payload: JSON.stringify(entry) }));
  return { root: hex(partsRoot(parts).root), seed: hex(seed) };
}
