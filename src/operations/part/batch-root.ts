import { createHash } from 'node:crypto';
import { partsRoot } from '../../ledger/batch-entry.ts';

const saltBytes = 16;

/** Salts out of the seed that the ledger's payload holds, so that all are erased with it: SHAKE256 of the seed (FIPS 202), sixteen bytes each. */
function saltsOf(seed: Uint8Array, count: number): Uint8Array[] {
  const drawn = createHash('shake256', { outputLength: saltBytes * count })
    .update(seed)
    .digest();
  return Array.from({ length: count }, (_, index) => drawn.subarray(saltBytes * index, saltBytes * (index + 1)));
}

/**
 * What the ledger holds of entries that came together: the root over their salted hashes, and the seed of the salts. Each entry is
 * hashed as the JSON text it is kept as, and can so be proven by itself.
 */
export function batchRoot(texts: readonly string[], seed: Uint8Array): { root: string; seed: string } {
  const salts = saltsOf(seed, texts.length);
  const parts = texts.map((payload, index) => ({ salt: salts[index] as Uint8Array, payload }));
  return { root: Buffer.from(partsRoot(parts).root).toString('hex'), seed: Buffer.from(seed).toString('hex') };
}
