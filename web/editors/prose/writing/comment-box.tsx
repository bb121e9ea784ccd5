import { closeCompletion, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { useLayoutEffect, useRef } from 'react';
import style from './comment-box.module.css';
import { look } from './look.ts';
import { markdownLanguage } from './markdown-language.ts';
import { mentions } from './mentions.ts';

type Props = {
  incident: string;
  label: string;
  hint: string;
  /** What stands in it at first. */
  text: string;
  focus: boolean;
  changed: (text: string) => void;
  /** Ctrl+Enter. */
  send: () => void;
  /** Escape. */
  cancel: () => void;
};

const longest = 10_000;

/** A small editor of Markdown: what is written is somebody's own until it is sent. */
export function CommentBox({ incident, label, hint, text, focus, changed, send, cancel }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ changed, send, cancel });
  latest.current = { changed, send, cancel };
  const start = useRef({ text, focus });
  useLayoutEffect(() => {
    if (place.current === null) return;
    const state = EditorState.create({
      doc: start.current.text,
      extensions: [
        markdownLanguage,
        look,
        drawSelection(),
        history(),
        mentions(incident),
        EditorState.changeFilter.of((change) => change.newDoc.length <= longest),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.changed(update.state.doc.toString());
        }),
        keymap.of([
          { key: 'Mod-Enter', run: () => (latest.current.send(), true) },
          {
            key: 'Escape',
            run: (view) =>
              completionStatus(view.state) === 'active' ? closeCompletion(view) : (latest.current.cancel(), true),
          },
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        placeholder(hint),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-placeholder': hint, spellcheck: 'true' }),
      ],
    });
    const view = new EditorView({ state, parent: place.current });
    if (start.current.focus) {
      view.focus();
      view.dispatch({ selection: { anchor: state.doc.length } });
    }
    return () => view.destroy();
  }, [incident, label, hint]);
  return <div ref={place} className={style.box} />;
}
