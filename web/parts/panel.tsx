import { type ReactNode, useId } from 'react';
import style from './panel.module.css';

/** A sheet of paper with a heading; `aside` stands at the right of the heading. */
export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={style.panel} aria-labelledby={id}>
      <div className={style.head}>
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <div>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
