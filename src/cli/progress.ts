import type { Io } from './io.ts';
import { safe } from './text/safe.ts';
import { clip } from './text/width.ts';

/** A line on standard error that says how far long work is. */
export type Progress = { show: (done: number, what: string) => void; clear: () => void };

const leastTotal = 20;
const eraseLine = '\r\u001b[2K';

/** Draws over itself on a terminal; silent elsewhere, and for work that is over at once. */
export function progressOf(total: number, io: Pick<Io, 'err' | 'progress'>): Progress {
  const draws = io.progress && total >= leastTotal;
  return {
    show: (done, what) => draws && io.err(`${eraseLine}${done}/${total} ${clip(safe(what), 60)}`),
    clear: () => draws && io.err(eraseLine),
  };
}
