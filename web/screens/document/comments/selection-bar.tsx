import { useEffect, useMemo, useRef, useState } from 'react';
import { say } from '../../../parts/notices.tsx';
import { useCommands } from '../../../shell/commands.ts';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';
import { useComments } from './comments.ts';
import { type Chosen, focusedPlace, selectedPlace } from './place.ts';
import style from './selection-bar.module.css';

const { comments: own } = words;

/** Somebody who drags over words is not done with each of them. */
const settledMs = 180;

/** What is selected on the sheet, and where; it lasts while somebody looks for the command in the palette. */
function useSelected() {
  const { versions } = useDocument().shown;
  const latest = useRef(versions);
  latest.current = versions;
  const [selected, setSelected] = useState<{ place: Chosen; box: DOMRect }>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      if (document.activeElement?.closest('dialog')) return;
      const place = selectedPlace(latest.current);
      const box = place && getSelection()?.getRangeAt(0).getBoundingClientRect();
      setSelected(place === undefined || box === undefined ? undefined : { place, box });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, settledMs);
    };
    document.addEventListener('selectionchange', soon);
    addEventListener('scroll', soon, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', soon);
      removeEventListener('scroll', soon);
    };
  }, []);
  return { selected, forget: () => setSelected(undefined) };
}

/** What can be said about a selection, beside it, by keys and in the palette. */
export function SelectionBar() {
  const { begin, mayAdd, isOpen, setOpen, shown, active, showCard } = useComments();
  const { versions } = useDocument().shown;
  const { selected, forget } = useSelected();
  const bar = useRef<HTMLDivElement>(null);
  const comment = (suggest: boolean) => {
    const place = selectedPlace(versions) ?? selected?.place ?? focusedPlace(versions);
    if (suggest && place?.quote === undefined) return say(own.noSelection);
    begin(place, suggest);
    getSelection()?.removeAllRanges();
    forget();
  };
  const next = () => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')].map((card) => card.dataset['card'] ?? '');
    const ids = cards.length === 0 ? shown.map(({ id }) => id) : cards;
    const id = ids[(ids.indexOf(active ?? '') + 1) % Math.max(1, ids.length)];
    if (id === undefined) setOpen(true);
    else showCard(id);
  };
  const latest = useRef({ comment, next, toggle: () => {} });
  latest.current = { comment, next, toggle: () => setOpen(!isOpen) };
  useCommands(
    useMemo(
      () => [
        ...(mayAdd
          ? [
              { label: own.onSelection, keys: 'mod+alt+m', run: () => latest.current.comment(false) },
              { label: own.suggestSelection, keys: 'mod+alt+s', run: () => latest.current.comment(true) },
            ]
          : []),
        { label: own.next, keys: 'm', run: () => latest.current.next() },
        { label: own.toggle, run: () => latest.current.toggle() },
      ],
      [mayAdd],
    ),
  );
  const at = mayAdd ? selected?.box : undefined;
  useEffect(() => {
    const shownBar = bar.current;
    if (shownBar === null || at === undefined) return;
    const below = at.bottom + 8 + shownBar.offsetHeight < innerHeight - 60;
    const left = Math.min(Math.max(8, at.left), innerWidth - shownBar.offsetWidth - 8);
    shownBar.style.setProperty('--top', `${below ? at.bottom + 8 : Math.max(8, at.top - 8 - shownBar.offsetHeight)}px`);
    shownBar.style.setProperty('--left', `${left}px`);
  }, [at]);
  if (at === undefined) return null;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={own.selection}
      className={style.bar}
      // The selection stays while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <button type="button" className={style.tool} title={own.commentKeys} onClick={() => comment(false)}>
        {own.comment}
      </button>
      {selected?.place.quote === undefined ? null : (
        <button type="button" className={style.tool} title={own.suggestKeys} onClick={() => comment(true)}>
          {own.suggest}
        </button>
      )}
    </div>
  );
}
