import type { ReactNode } from 'react';
import style from './marks.module.css';
import type { State } from './verify/index.ts';

const marks = { proven: '✓', refuted: '✕', unknown: '○' } as const;

/** A list of what was checked. */
export const Marks = ({ children }: { children: ReactNode }) => <ul className={style.marks}>{children}</ul>;

/** One thing that was checked; the words say what came out, the mark repeats it. */
export const Mark = ({ state, children }: { state: State; children: ReactNode }) => (
  <li className={style[state]}>
    <span className={style.mark} aria-hidden="true">
      {marks[state]}
    </span>
    <div>{children}</div>
  </li>
);
