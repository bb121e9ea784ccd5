import type { InputHTMLAttributes } from 'react';
import style from './tick.module.css';

/** A box to tick without words beside it: small to look at, 24 px to hit. Its name is its `aria-label`. */
export const Tick = (props: InputHTMLAttributes<HTMLInputElement>) => (
  <label className={style.tick}>
    <input type="checkbox" {...props} />
  </label>
);
