import { createHash } from 'node:crypto';
import type { BatchHash } from './batch-hash.ts';

function each(count: number, digest: (index: number) => Uint8Array): Uint8Array {
  const digests = new Uint8Array(32 * count);
  for (let index = 0; index < count; index++) digests.set(digest(index), 32 * index);
  return digests;
}

const prefixed = (prefix: number, bytes: number) => (input: Uint8Array) =>
  each(Math.floor(input.length / bytes), (index) =>
    createHash('sha256')
      .update(Uint8Array.of(prefix))
      .update(input.subarray(bytes * index, bytes * (index + 1)))
      .digest(),
  );

/** One hash after another, with Node's own SHA-256. */
export const plainHash: BatchHash = {
  salted: (items) =>
    each(items.length, (index) => {
      const { salt, payload } = items[index] as (typeof items)[number];
      return createHash('sha256').update(salt).update(payload).digest();
    }),
  leaves: prefixed(0, 32),
  parents: prefixed(1, 64),
};
