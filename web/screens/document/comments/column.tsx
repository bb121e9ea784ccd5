import { useLayoutEffect, useRef } from 'react';
import { marksMoved } from '../../../editors/prose/index.ts';
import { useDocument } from '../shown.ts';
import { useComments } from './comments.ts';
import { Cards, ListHead } from './list.tsx';
import style from './list.module.css';
import { elementFor } from './place.ts';
import { topsOf } from './tops.ts';

/** Threads beside what they speak of, at its height as far as there is room; the one that is looked at exactly there. */
export function Column() {
  const { shown, active, writing } = useComments();
  const { versions } = useDocument().shown;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(() => {});
  latest.current = () => {
    const column = place.current;
    if (column === null) return;
    const from = column.getBoundingClientRect().top;
    const cards = [...column.querySelectorAll<HTMLElement>('[data-card]')];
    const pathOf = (id: string) =>
      id === 'new' ? writing.drafts.thread?.path : shown.find((thread) => thread.id === id)?.place?.path;
    const boxes = cards.map((card) => {
      const id = card.dataset['card'] ?? '';
      const top = elementFor(id, pathOf(id), versions)?.getBoundingClientRect().top ?? from;
      return { wanted: top - from, height: card.offsetHeight };
    });
    const tops = topsOf(
      boxes,
      cards.findIndex((card) => card.dataset['card'] === active),
    );
    for (const [index, card] of cards.entries()) card.style.setProperty('--top', `${Math.round(tops[index] ?? 0)}px`);
    const end = Math.max(0, ...tops.map((top, index) => top + (boxes[index]?.height ?? 0)));
    column.style.setProperty('--height', `${Math.ceil(end) + 40}px`);
  };
  useLayoutEffect(() => latest.current());
  useLayoutEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => latest.current());
    };
    const sized = new ResizeObserver(soon);
    const paper = document.querySelector('main article');
    if (paper !== null) sized.observe(paper);
    const watch = () => place.current?.querySelectorAll('[data-card]').forEach((card) => sized.observe(card));
    const changed = new MutationObserver(() => {
      watch();
      soon();
    });
    if (place.current !== null) changed.observe(place.current, { childList: true });
    addEventListener(marksMoved, soon);
    watch();
    soon();
    return () => {
      removeEventListener(marksMoved, soon);
      cancelAnimationFrame(frame);
      sized.disconnect();
      changed.disconnect();
    };
  }, []);
  return (
    <>
      <ListHead />
      <div ref={place} className={style.column}>
        <Cards />
      </div>
    </>
  );
}
