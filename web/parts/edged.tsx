import type { HTMLAttributes } from 'react';
import style from './edged.module.css';

/** What it means: nothing in itself, that something holds, or how bad it is. */
export type Tone = 'plain' | 'good' | 'warning' | 'error';

type Props = Omit<HTMLAttributes<HTMLElement>, 'className'> & {
  as?: 'div' | 'li' | 'p';
  tone: Tone;
  /** How what stands in it is laid out. */
  className?: string | undefined;
};

/** A box with an edge in the colour of what it says. */
export const Edged = ({ as: Box = 'div', tone, className = '', ...rest }: Props) => (
  <Box className={`${style[tone]} ${className}`} {...rest} />
);
