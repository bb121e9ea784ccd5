import type { ReactNode } from 'react';
import style from './empty.module.css';

/** What stands where there is nothing yet: why, and what to do about it. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={style.empty}>
    <p className={style.title}>{title}</p>
    {children}
  </div>
);
