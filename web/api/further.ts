import { useEffect, useMemo, useRef, useState } from 'react';
import { sayProblem } from '../parts/notices.tsx';

/**
 * The pages of an answer: the first, and those behind it that were asked for. When the first is another, the others are forgotten,
 * also one that is on its way.
 */
export function useFurther<Next, Page extends { next?: Next | undefined }>(
  first: Page | undefined,
  read: (next: Next, signal: AbortSignal) => Promise<Page>,
) {
  const [further, setFurther] = useState<Page[]>([]);
  const reading = useRef<AbortController>(undefined);
  useEffect(() => {
    setFurther([]);
    return () => {
      reading.current?.abort();
      reading.current = undefined;
    };
  }, [first]);
  const pages = useMemo(() => first && [first, ...further], [first, further]);
  const next = pages?.at(-1)?.next;
  const loadMore = () => {
    if (next === undefined || reading.current !== undefined) return;
    const controller = (reading.current = new AbortController());
    const { signal } = controller;
    read(next, signal)
      .then(
        (page) => (signal.aborted ? undefined : setFurther((before) => [...before, page])),
        (error: unknown) => (signal.aborted ? undefined : sayProblem(error)),
      )
      .finally(() => {
        if (reading.current === controller) reading.current = undefined;
      });
  };
  return { pages, more: next !== undefined, loadMore };
}
