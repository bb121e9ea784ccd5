import type { ReactNode } from 'react';
import style from './chip.module.css';

/** A word in a small frame: a state, a severity, a milestone. The word says it; the colour only repeats it. */
export const Chip = ({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'error' | 'warning' | 'good' | 'accent';
  children: ReactNode;
}) => <span className={`${style.chip} ${style[tone]}`}>{children}</span>;
