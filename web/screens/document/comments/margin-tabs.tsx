import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { words } from '../../../words/index.ts';
import { Column } from './column.tsx';
import { useComments } from './comments.ts';
import style from './margin-tabs.module.css';

/** Beside the document: what is computed and checked, or what people say. */
export function MarginTabs({ children }: { children: ReactNode }) {
  const { isOpen, setOpen, openCount } = useComments();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    setOpen(!isOpen);
    list.current?.querySelector<HTMLElement>('[aria-selected="false"]')?.focus();
  };
  const tab = (name: string, chosen: boolean, open: boolean) => (
    <button
      type="button"
      role="tab"
      className={style.tab}
      aria-selected={chosen}
      aria-controls={id}
      tabIndex={chosen ? 0 : -1}
      onClick={() => setOpen(open)}
    >
      {name}
    </button>
  );
  return (
    <>
      <div ref={list} role="tablist" aria-label={words.comments.beside} className={style.tabs} onKeyDown={walk}>
        {tab(words.comments.computed, !isOpen, false)}
        {tab(words.comments.tab(openCount), isOpen, true)}
      </div>
      <div
        id={id}
        role="tabpanel"
        aria-label={isOpen ? words.comments.title : words.comments.computed}
        className={style.panel}
      >
        {isOpen ? <Column /> : children}
      </div>
    </>
  );
}
