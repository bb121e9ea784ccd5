import { newSecret, secretHash } from '../access/secret.ts';

/** A new address of a hook, and the hash under which it is kept. */
export function newAddress(origin: string, source: string): { address: string; hash: Uint8Array } {
  const token = `hch_${newSecret()}`;
  return { address: `${origin}/hooks/${source}/${token}`, hash: secretHash(token) };
}
