import { createHash } from 'node:crypto';
import { canonicalText } from '../canonical.ts';
import type { Bundle, Check, SealedBundle } from './bundle.ts';

/** The SHA-256 of each part's canonical JSON, in hex. */
export const partHashes = (bundle: Bundle): Record<string, string> =>
  Object.fromEntries(
    Object.entries(bundle)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [name, createHash('sha256').update(canonicalText(part)).digest('hex')]),
  );

/** Names the parts that are not what they were when the bundle was sealed. */
export function checkParts({ parts, ...bundle }: SealedBundle): Check[] {
  const now = partHashes(bundle);
  const names = new Set([...Object.keys(now), ...Object.keys(parts ?? {})]);
  return [...names]
    .filter((name) => now[name] !== parts?.[name])
    .map((name) => ({ part: name, holds: false, says: 'is not what it was when the bundle was sealed' }));
}
