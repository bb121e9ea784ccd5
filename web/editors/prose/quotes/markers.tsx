import { type RefObject, useLayoutEffect, useState } from 'react';
import type { EditorView } from '@codemirror/view';
import { lettersOf, rangeOf } from '../reading/shown-letters.ts';
import { markRanges } from './highlights.ts';
import { gathered, type Mark, MarkButton } from './mark-button.tsx';
import type { Found } from './quoted.ts';

/** What the page says when marks have moved. */
export const marksMoved = 'hindcast-marks-moved';

type Props = {
  frame: RefObject<HTMLElement | null>;
  /** The editor, while the text is written. */
  editor: EditorView | undefined;
  source: string;
  found: readonly Found[];
  show: (id: string) => void;
  name: (ids: readonly string[]) => string;
};

/** Beside a text, at the height of each words that somebody speaks of, a mark that leads there. */
export function Markers({ frame, editor, source, found, show, name }: Props) {
  const [marks, setMarks] = useState<Mark[]>([]);
  const [isThere, setThere] = useState(false);
  // What holds the text is there only after what is in it: comments that came first would have no place.
  useLayoutEffect(() => setThere(true), []);
  useLayoutEffect(() => {
    const shown = frame.current;
    if (shown === null || found.length === 0) return setMarks([]);
    const letters = editor === undefined ? lettersOf(shown, source) : [];
    const ranges = found.flatMap((one) => {
      const range = rangeOf(letters, one.from, one.to);
      return range === undefined ? [] : [{ found: one, range }];
    });
    const unmark = markRanges(ranges);
    let frameOf = 0;
    const measure = () => {
      const { top } = shown.getBoundingClientRect();
      const places =
        editor === undefined
          ? ranges.map(({ found: one, range }) => ({ ...one, top: (range.getClientRects()[0]?.top ?? top) - top }))
          : found.map((one) => ({
              ...one,
              top: editor.documentTop + editor.lineBlockAt(Math.min(one.from, editor.state.doc.length)).top - top,
            }));
      const next = gathered(places);
      setMarks((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const soon = () => {
      cancelAnimationFrame(frameOf);
      frameOf = requestAnimationFrame(measure);
    };
    measure();
    const resized = new ResizeObserver(soon);
    resized.observe(shown);
    return () => {
      cancelAnimationFrame(frameOf);
      resized.disconnect();
      unmark();
    };
  }, [frame, isThere, editor, source, found]);
  // Who stands beside the marks follows them.
  useLayoutEffect(() => void dispatchEvent(new Event(marksMoved)), [marks]);
  return marks.map((mark) => (
    <MarkButton key={mark.ids[0]} mark={mark} label={name(mark.ids)} show={() => show(mark.ids[0] ?? '')} />
  ));
}
