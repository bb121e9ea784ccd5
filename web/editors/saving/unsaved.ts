import { useEffect, useSyncExternalStore } from 'react';

/** What of the fields and lists the server does not have: on its way, or written here and not sent (being typed, wrong, refused). */
export type Unsaved = 'sending' | 'kept' | undefined;

let sending = 0;
let kept = 0;
const followers = new Set<() => void>();

function count(change: () => void): void {
  change();
  for (const tell of followers) tell();
}

const unsaved = (): Unsaved => (kept > 0 ? 'kept' : sending > 0 ? 'sending' : undefined);

/** Counts a change as under way until the server has answered. */
export function whileSending<Output>(work: Promise<Output>): Promise<Output> {
  count(() => (sending += 1));
  const end = () => count(() => (sending -= 1));
  work.then(end, end);
  return work;
}

/** Something stands in a component that the server does not have, for as long as `isKept`. */
export function useKept(isKept: boolean): void {
  useEffect(() => {
    if (!isKept) return;
    count(() => (kept += 1));
    return () => count(() => (kept -= 1));
  }, [isKept]);
}

function follow(tell: () => void): () => void {
  followers.add(tell);
  return () => followers.delete(tell);
}

/** Whether the server has all of the fields and lists that were changed in this browser. */
export const useUnsaved = (): Unsaved => useSyncExternalStore(follow, unsaved);

// The browser asks before a page goes whose changes would go with it; prose is kept by its room.
addEventListener('beforeunload', (event) => {
  if (unsaved() !== undefined) event.preventDefault();
});
