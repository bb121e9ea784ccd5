import { HindcastError } from '../../operations/errors.ts';

/** Streams that one person or token may have at once, in one process: windows of a browser, and programs. */
const mostStreams = 50;

/** Counts the streams of each caller: gives what ends one. @throws HindcastError `rate.limited` */
export function streamCount(): (caller: string) => () => void {
  const open = new Map<string, number>();
  return (caller) => {
    const count = open.get(caller) ?? 0;
    if (count >= mostStreams)
      throw new HindcastError(
        'rate.limited',
        { limit: `${mostStreams} live feeds`, window: 'at once', seconds: '60, or close one' },
        { data: { retryAfterSeconds: 60 } },
      );
    open.set(caller, count + 1);
    return () => {
      const left = (open.get(caller) ?? 1) - 1;
      if (left > 0) open.set(caller, left);
      else open.delete(caller);
    };
  };
}
