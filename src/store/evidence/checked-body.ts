import { createHash } from 'node:crypto';
import { EvidenceError } from './evidence-error.ts';

/**
 * Passes an object's bytes on and compares their SHA-256 with its name. One chunk is held back until the next has come,
 * and the last until the hash fits: who reads a damaged object never gets all of it, and can not take it for whole.
 * @throws EvidenceError `evidence.corrupt`, ending the stream
 */
export async function* checkedBody(
  body: AsyncIterable<Uint8Array>,
  sha256: string,
  place: string,
): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  for await (const chunk of body) {
    hash.update(chunk);
    if (held !== undefined) yield held;
    held = chunk;
  }
  const found = hash.digest('hex');
  if (found !== sha256)
    throw new EvidenceError('evidence.corrupt', {
      object: sha256,
      place,
      reason: `its bytes have the SHA-256 ${found}`,
    });
  if (held !== undefined) yield held;
}
