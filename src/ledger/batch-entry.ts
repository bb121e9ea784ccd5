import { batchHash } from './sha256/index.ts';
import type { Salted } from './sha256/batch-hash.ts';
import { treeInMemory } from './tree/levels.ts';
import { rootOf } from './tree/proofs.ts';

/**
 * What an entry about many things at once holds of them: the RFC 6962 root over their salted hashes. Each can be erased, or proven
 * with an inclusion proof, by itself. `digests` are the hashes, 32 bytes each, to be kept with the parts.
 */
export function partsRoot(parts: Salted[]): { root: Uint8Array; digests: Uint8Array } {
  const digests = batchHash().salted(parts);
  return { root: rootOf(parts.length, treeInMemory(batchHash().leaves(digests))), digests };
}
