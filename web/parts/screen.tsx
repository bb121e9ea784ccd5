import { type ReactNode, useEffect } from 'react';
import { words } from '../words/index.ts';
import { HeadBar } from './head-bar.tsx';
import style from './screen.module.css';

type Props = {
  title: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Less quiet space at the sides, for boards and tables. */
  wide?: boolean;
  children: ReactNode;
};

/** A screen with its title at the top; the browser's tab has the same one. */
export function Screen({ title, actions, wide = false, children }: Props) {
  useEffect(() => {
    document.title = words.shell.title(title);
  }, [title]);
  return (
    <>
      <HeadBar of="screen">
        <h1 className={style.title}>{title}</h1>
        <div className={style.actions}>{actions}</div>
      </HeadBar>
      <div className={wide ? style.wide : style.body}>{children}</div>
    </>
  );
}
