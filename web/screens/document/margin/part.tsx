import { type ReactNode, useId } from 'react';
import style from './part.module.css';

type Props = { title: string; place?: string; aside?: string | undefined; children: ReactNode };

/** One part of the margin, with its heading and what is said beside it; `place` is its address on the page. */
export function Part({ title, place, aside, children }: Props) {
  const id = useId();
  return (
    <section id={place} className={style.part} aria-labelledby={id} tabIndex={-1}>
      <div className={style.head}>
        <h2 id={id} className={style.title}>
          {title}
        </h2>
        {aside === undefined ? null : <span className={style.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
