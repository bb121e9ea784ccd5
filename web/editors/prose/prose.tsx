import type { EditorView } from '@codemirror/view';
import { lazy, type MouseEvent, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { words } from '../../words/index.ts';
import { Formatted } from './reading/formatted.tsx';
import { Markers } from './quotes/markers.tsx';
import { type Found, foundIn, type Quoted, useQuotes } from './quotes/quoted.ts';
import { useSelectable } from './quotes/use-selectable.ts';
import { isWritable, useText } from './room/use-room.ts';
import { placeInSource } from './reading/place-in-source.ts';
import type { Place } from './writing/editor.tsx';
import { Notes } from './notes.tsx';
import style from './prose.module.css';

const load = () => import('./writing/editor.tsx');
const Editor = lazy(async () => ({ default: (await load()).Editor }));

/** The focus may leave for a moment, as when a button of the toolbar is pressed. */
const leftAfterMs = 200;

export type ProseProps = {
  incident: string;
  /** Its path in the record: `summary.text`. */
  path: string;
  /** What the page calls it. */
  label: string;
  /** As the record has it, until the room has answered. */
  value: string | undefined;
  readOnly: boolean;
};

const none: readonly Found[] = [];
const isFound = (one: Quoted & Partial<Found>): one is Found => one.from !== undefined;
const isSelecting = (): boolean => getSelection()?.isCollapsed === false;

/** One text of the record: formatted to be read, and live Markdown as soon as somebody clicks it or presses Enter. */
export function Prose({ incident, path, label, value = '', readOnly }: ProseProps) {
  const { view, text, source } = useText(incident, path, label, value);
  const [writing, setWriting] = useState<{ at?: Place }>();
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [editor, setEditor] = useState<EditorView>();
  const isOpen = useRef(false);
  isOpen.current = editor !== undefined;
  const { room } = view;
  const live = useMemo(() => (room === undefined || text === undefined ? undefined : { room, text }), [room, text]);
  const { quoted, show, name } = useQuotes(path);
  const found = useMemo(
    () =>
      quoted.length === 0
        ? none
        : quoted.map((one) => ({ ...one, ...foundIn(source, live, one.quote) })).filter(isFound),
    [quoted, source, live],
  );
  useSelectable(frame, { path, label, source, live, editor });
  const writable = !readOnly && isWritable(view) && room !== undefined && text !== undefined;
  const shown = writing !== undefined && writable;

  // Once there is a room, what is needed for writing is here too, before the line may go down.
  useEffect(() => {
    if (!writable) return;
    const timer = setTimeout(() => void load(), 500);
    return () => clearTimeout(timer);
  }, [writable]);
  useEffect(() => () => clearTimeout(leaving.current), []);
  const ended = writing !== undefined && !writable;
  useEffect(() => {
    if (!ended) return;
    setWriting(undefined);
    frame.current?.focus();
  }, [ended]);

  // The focus goes back to where writing began, in the same turn, so that it is nowhere for no moment.
  const leave = () => {
    flushSync(() => setWriting(undefined));
    button.current?.focus();
  };
  const begin = (at?: Place) => {
    clearTimeout(leaving.current);
    setWriting(at === undefined ? {} : { at });
  };
  const blurred = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => {
      const { activeElement, body } = document;
      // What began it is gone and the editor still on its way: the focus is nowhere, and nobody has left.
      const isHere = frame.current?.contains(activeElement) === true || (activeElement === body && !isOpen.current);
      if (!isHere && document.hasFocus()) setWriting(undefined);
    }, leftAfterMs);
  };
  const clicked = ({ target, currentTarget, clientX: x, clientY: y }: MouseEvent) => {
    if (!writable || isSelecting() || (target as Element).closest('a, button') !== null) return;
    const offset = placeInSource(currentTarget, source, x, y);
    begin(offset === undefined ? undefined : { offset, y });
  };
  const empty = source.trim() === '';
  const formatted = (
    <div className={writable ? style.writable : undefined} onClick={clicked}>
      {empty ? <p className={style.empty}>{words.prose.empty}</p> : <Formatted {...{ source, incident }} />}
      {writable ? (
        <button
          ref={button}
          type="button"
          className={style.edit}
          aria-label={empty ? words.prose.write(label) : words.prose.edit(label)}
          onClick={() => begin()}
        >
          ✎
        </button>
      ) : null}
    </div>
  );
  return (
    <div
      ref={frame}
      tabIndex={-1}
      className={style.prose}
      onBlur={blurred}
      data-changed={view.changes.has(path)}
      data-writing={shown}
    >
      {shown ? (
        <Suspense fallback={formatted}>
          <Editor {...{ room, text, path, incident, label, found, leave }} at={writing.at} opened={setEditor} />
        </Suspense>
      ) : (
        formatted
      )}
      <Markers {...{ frame, editor, source, found, show, name }} />
      <Notes change={view.changes.get(path)} awareness={room?.awareness} path={path} />
    </div>
  );
}
