import { useLayoutEffect, useRef, useState } from 'react';
import { gathered, type Mark, MarkButton, markRanges, marksMoved } from '../../../editors/prose/index.ts';
import { useDocument } from '../shown.ts';
import { useComments } from './comments.ts';
import { markName } from './mark-name.ts';
import style from './place-marks.module.css';
import { placeShown } from './place.ts';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A value is marked as words are; rows, lists and texts are told by the mark beside them. */
const isValue = (element: Element): boolean => element.matches('span, h1');

function rangeOf(found: { element: Element; active: boolean; suggests: boolean }) {
  const range = new Range();
  range.selectNodeContents(found.element);
  return { found, range };
}

/** Beside the sheet, at the height of each field and row that is spoken of, a mark that leads to what is said. */
export function PlaceMarks() {
  const { shown, active, writing, showCard } = useComments();
  const { shown: incident, layout } = useDocument();
  const frame = useRef<HTMLDivElement>(null);
  const [marks, setMarks] = useState<Mark[]>([]);
  const measure = useRef(() => {});
  const unmark = useRef(() => {});
  const draft = writing.drafts.thread;
  useLayoutEffect(() => {
    const spoken = [
      ...shown.map(({ id, place, replacement }) => ({ id, place, suggests: replacement !== null })),
      ...(draft?.path === undefined
        ? []
        : [{ id: 'new', place: { path: draft.path, quote: draft.quote ?? null }, suggests: false }]),
    ].flatMap(({ id, place, suggests }) =>
      place === null || place.quote !== null ? [] : [{ id, path: place.path, suggests, active: active === id }],
    );
    measure.current = () => {
      const top = frame.current?.getBoundingClientRect().top ?? 0;
      const found = spoken.flatMap((one) => {
        const element = placeShown(one.path, incident.versions);
        return element === undefined ? [] : [{ ...one, element, top: element.getBoundingClientRect().top - top }];
      });
      unmark.current();
      unmark.current = markRanges(found.filter(({ element }) => isValue(element)).map(rangeOf));
      const next = gathered(found);
      setMarks((before) => (isSame(before, next) ? before : next));
    };
    // In the frame that is drawn next, when the page is laid out anyway: what was changed is on the screen before.
    const next = requestAnimationFrame(() => measure.current());
    return () => {
      cancelAnimationFrame(next);
      unmark.current();
    };
  }, [shown, active, draft, incident, layout]);
  useLayoutEffect(() => {
    let waiting = 0;
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => measure.current());
    };
    const sized = new ResizeObserver(soon);
    // Rows that moved change no size.
    const changed = new MutationObserver(soon);
    const sheet = frame.current?.parentElement;
    if (sheet !== null && sheet !== undefined) {
      sized.observe(sheet);
      changed.observe(sheet, { childList: true, subtree: true });
    }
    return () => {
      cancelAnimationFrame(waiting);
      sized.disconnect();
      changed.disconnect();
    };
  }, []);
  useLayoutEffect(() => void dispatchEvent(new Event(marksMoved)), [marks]);
  return (
    <div ref={frame} className={style.frame}>
      {marks.map((mark) => (
        <MarkButton
          key={mark.ids[0]}
          mark={mark}
          label={markName(shown, mark.ids)}
          className={style.mark}
          show={() => showCard(mark.ids[0] ?? '')}
        />
      ))}
    </div>
  );
}
