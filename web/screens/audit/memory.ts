import { fromBase64, toBase64 } from './verify/bytes.ts';
import type { TreeHead } from './verify/tree.ts';

const place = 'hindcast.ledger';

/** What this browser remembers of the ledger: the first key it saw, and the last head that it found to be right. */
export type Memory = { key: string; head: TreeHead; at: string };

/** What is remembered; undefined at the first visit, or where nothing may be kept. */
export function remembered(): Memory | undefined {
  try {
    const { key, size, root, at } = JSON.parse(localStorage.getItem(place) ?? '') as Record<string, string>;
    const bytes = fromBase64(String(root));
    const isWhole = typeof key === 'string' && Number.isSafeInteger(size) && bytes?.length === 32;
    return isWhole ? { key, head: { size: Number(size), root: bytes }, at: String(at) } : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a key and a head that were checked, unless another window has seen a later one meanwhile. */
export function remember({ key, head: { size, root }, at }: Memory): void {
  const known = remembered();
  if (known !== undefined && known.key === key && known.head.size > size) return;
  try {
    localStorage.setItem(place, JSON.stringify({ key, size, root: toBase64(root), at }));
  } catch {
    // A browser that keeps nothing sees the ledger for the first time each time.
  }
}

/** Forgets it all: the next look trusts what is there then. */
export function forget(): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing is kept, so nothing is remembered.
  }
}
