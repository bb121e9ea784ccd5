import { useLayoutEffect, useState } from 'react';
import type { Thread } from '../../../../src/operations/comment/thread.ts';
import { useDocument } from '../shown.ts';
import type { NewComment } from './drafts.ts';
import { elementFor } from './place.ts';

export type Placed = Thread | 'new';

const idOf = (one: Placed): string => (one === 'new' ? one : one.id);

/** Threads as what they speak of follows in the document; marks are drawn after the texts, so it is looked again then. */
export function useInOrder(shown: readonly Thread[], draft: NewComment | undefined): Placed[] {
  const { versions } = useDocument().shown;
  const [ids, setIds] = useState<readonly string[]>([]);
  const all: Placed[] = [...shown, ...(draft === undefined ? [] : ['new' as const])];
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => {
      const tops = new Map(
        all.map((one) => {
          const path = one === 'new' ? draft?.path : one.place?.path;
          return [idOf(one), elementFor(idOf(one), path, versions)?.getBoundingClientRect().top ?? 0];
        }),
      );
      const next = all.map(idOf).toSorted((a, b) => (tops.get(a) ?? 0) - (tops.get(b) ?? 0));
      setIds((before) => (before.join() === next.join() ? before : next));
    });
    return () => cancelAnimationFrame(frame);
  });
  const rank = (one: Placed): number => {
    const at = ids.indexOf(idOf(one));
    return at < 0 ? ids.length : at;
  };
  return all.toSorted((a, b) => rank(a) - rank(b));
}
