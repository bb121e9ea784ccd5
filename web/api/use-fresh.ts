import { useEffect } from 'react';
import { refresh } from './queries.ts';

const everyMs = 5000;

/** Reads something again every few seconds while somebody looks: what comes in, and what rules decide, is not all told by the feed. */
export function useFresh(...names: string[]): void {
  const read = names.join(' ');
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh(...read.split(' '));
    }, everyMs);
    return () => clearInterval(timer);
  }, [read]);
}
