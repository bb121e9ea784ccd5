import { type ReactNode, useEffect, useRef } from 'react';
import style from './menu.module.css';

/** A button that opens a short list below it; Escape and a click elsewhere close it. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const shown = details.current;
      if (shown === null || !shown.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        shown.querySelector('summary')?.focus();
      } else if (shown.contains(event.target as Node)) return;
      shown.open = false;
    };
    addEventListener('click', close);
    addEventListener('keydown', close, { capture: true });
    return () => {
      removeEventListener('click', close);
      removeEventListener('keydown', close, { capture: true });
    };
  }, []);
  return (
    <details ref={details} className={style.menu}>
      <summary className={style.button}>{label}</summary>
      <ul className={style.list}>{children}</ul>
    </details>
  );
}

/** One entry of a menu: a link or a button. */
export const menuEntry = style.entry;
