import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;

/** So many random bytes, at most 4,096. They are drawn many at a time, since each call of the system's source costs as much as a hash. */
export function freshBytes(bytes: number): Uint8Array {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const from = used;
  used += bytes;
  // A copy: what was given out is never kept here, and what is kept here never changes under somebody.
  return Buffer.from(pool.subarray(from, used));
}
