import { createHash } from 'node:crypto';
import { HindcastError } from './errors.ts';
import type { StoredContext } from './stored-operation.ts';

/** What was kept of bytes that came with a key. */
export type Earlier = { sha256: string; bytes: number };

const reused = (key: string, operation: string) =>
  new HindcastError('key.reused', { key, operation, wanted: `${operation} with other bytes` });

/** Reads the bytes of a repeated request, no more than came the first time. @throws HindcastError `key.reused` for other ones */
export async function requireSameBytes(
  { body, key = '' }: Pick<StoredContext, 'body' | 'key'>,
  operation: string,
  { sha256, bytes }: Earlier,
): Promise<void> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of body ?? []) {
    hash.update(chunk);
    if ((read += chunk.length) > bytes) break;
  }
  if (hash.digest('hex') !== sha256) throw reused(key, operation);
}

/** @throws HindcastError `key.reused` when what was saved with this key is of other bytes, which came in the same moment */
export function requireSame(
  { key = '' }: Pick<StoredContext, 'key'>,
  operation: string,
  saved: Earlier,
  sha256: string,
) {
  if (saved.sha256 !== sha256) throw reused(key, operation);
}
