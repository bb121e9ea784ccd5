import type { ReactNode } from 'react';
import style from './head-bar.module.css';

/** What stays at the top while a screen or a document is read; of a document, which has its own title, it is not printed. */
export const HeadBar = ({ of, children }: { of: 'screen' | 'document'; children: ReactNode }) => (
  <header className={style[of]}>{children}</header>
);
