import { createHash } from 'node:crypto';

/** The hash an entry is known by: SHA-256 over its salt and its payload, so that few possible payloads cannot be guessed from it. */
export function entryHash(salt: Uint8Array, payload: string): Uint8Array {
  return createHash('sha256').update(salt).update(payload).digest();
}
