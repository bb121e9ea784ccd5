import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Rows kept ready above and below what is seen. */
const overscan = 12;

/** Which rows are near what is seen: from the first up to, not with, the last; and how high one is. */
export type Shown = { from: number; to: number; rowPx: number };

const guessedRowPx = 40;

/** Follows the scrolling of the page over a table body whose rows are all as high as the first one shown. */
export function useWindow(body: RefObject<HTMLElement | null>, count: number): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, to: 60, rowPx: guessedRowPx });
  useLayoutEffect(() => {
    let asked = 0;
    const measure = () => {
      asked = 0;
      const element = body.current;
      if (element === null) return;
      const rowPx = element.querySelector('[data-row]')?.getBoundingClientRect().height ?? guessedRowPx;
      const top = -element.getBoundingClientRect().top;
      const first = Math.floor(top / rowPx);
      const from = Math.max(0, first - overscan);
      const to = Math.min(count, Math.ceil((top + innerHeight) / rowPx) + overscan);
      setShown((before) =>
        before.from === from && before.to === to && before.rowPx === rowPx ? before : { from, to, rowPx },
      );
    };
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(measure);
    };
    measure();
    addEventListener('scroll', ask, { passive: true });
    addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener('scroll', ask);
      removeEventListener('resize', ask);
    };
  }, [body, count]);
  return shown;
}

/** Calls `wanted` whenever the rows that are shown come near the end of those that are loaded. */
export function useNearEnd({ to }: Shown, count: number, wanted: () => void): void {
  useEffect(() => {
    if (to + 5 * overscan > count) wanted();
  }, [to, count, wanted]);
}
