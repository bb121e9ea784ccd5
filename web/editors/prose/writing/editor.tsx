import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useId, useLayoutEffect, useRef } from 'react';
import { words } from '../../../words/index.ts';
import type { Found } from '../quotes/quoted.ts';
import { extensions, type Written } from './extensions.ts';
import { markWords } from './quoted-words.ts';
import { stayInPlace } from './stay-in-place.ts';
import { Toolbar } from './toolbar.tsx';
import style from './editor.module.css';

/** Where a text was clicked: the offset in its source, and how far down the screen. */
export type Place = { offset: number; y: number };

type Props = Omit<Written, 'hint' | 'leave'> & {
  /** Where the text was clicked; its end without. */
  at: Place | undefined;
  /** Words of it that somebody speaks of. */
  found: readonly Found[];
  /** Told the editor when it is there, and undefined when it goes. */
  opened: (view: EditorView | undefined) => void;
  /** Writing ends by the keyboard or a button: the focus goes back to where it came from. */
  leave: () => void;
};

/** The editor of one text, in place of the formatted one, and its toolbar. */
export function Editor({ room, text, path, incident, label, at, found, opened, leave }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const start = useRef({ at, leave });
  start.current.leave = leave;
  const hint = useId();
  useLayoutEffect(() => {
    if (place.current === null) return;
    const written = { room, text, path, incident, label, hint, leave: () => start.current.leave() };
    const state = EditorState.create({ doc: text.toString(), extensions: extensions(written) });
    const view = new EditorView({ state, parent: place.current });
    editor.current = view;
    opened(view);
    const { at } = start.current;
    const anchor = Math.min(at?.offset ?? state.doc.length, state.doc.length);
    view.contentDOM.focus({ preventScroll: true });
    view.dispatch({ selection: { anchor }, scrollIntoView: at === undefined });
    const end = at === undefined ? undefined : stayInPlace(view, anchor, at.y);
    return () => {
      end?.();
      opened(undefined);
      view.destroy();
    };
  }, [room, text, path, incident, label, hint, opened]);
  useLayoutEffect(() => {
    if (editor.current !== undefined) markWords(editor.current, found);
  }, [found]);
  return (
    <>
      <div ref={place} className={style.editor} />
      <span id={hint} hidden>
        {words.prose.hint}
      </span>
      <div className={style.tools}>
        <Toolbar view={() => editor.current} {...{ text, label, incident }} done={leave} />
      </div>
    </>
  );
}
