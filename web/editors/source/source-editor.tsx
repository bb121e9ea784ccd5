import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { templateColours, yamlColours } from './colours.ts';
import { type LineProblem, problemLine, showProblem } from './problem-line.ts';
import { sourceTheme } from './theme.ts';
import style from './source.module.css';

/** What a page may ask of the editor. */
export type SourceHandle = { goTo: (line: number) => void };

type Props = {
  source: string;
  change: (source: string) => void;
  readOnly: boolean;
  problem: LineProblem | null;
  label: string;
  /** Ids of what describes it. */
  describedBy: string;
  handle: RefObject<SourceHandle | null>;
  /** YAML, not a template. */
  yaml: boolean;
};

/**
 * Puts what is typed in place of a selection itself: Chromium would keep the colours of what stood there as inline styles, which the
 * page's policy refuses.
 */
const plainReplacing = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { state, composing } = view;
    if (event.inputType !== 'insertText' || event.data === null || composing) return false;
    if (state.readOnly || state.selection.main.empty) return false;
    view.dispatch(state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/** Tab goes on, as on the rest of the page; Ctrl+] indents. */
const extensions = ({
  readOnly,
  label,
  change,
  yaml,
}: Pick<Props, 'readOnly' | 'label' | 'change' | 'yaml'>): Extension[] => [
  lineNumbers(),
  history(),
  drawSelection(),
  yaml ? yamlColours : templateColours,
  problemLine,
  plainReplacing,
  sourceTheme,
  EditorState.tabSize.of(2),
  EditorState.readOnly.of(readOnly),
  EditorView.editable.of(!readOnly),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.contentAttributes.of({
    'aria-label': label,
    spellcheck: 'false',
    tabindex: '0',
    ...(readOnly ? { 'aria-readonly': 'true' } : {}),
  }),
  EditorView.updateListener.of(({ docChanged, state }) => {
    if (docChanged) change(state.doc.toString());
  }),
];

/** Puts another text in place of what differs, so that undo and the cursor stay where they can. */
function replaceDoc(view: EditorView, source: string): void {
  const before = view.state.doc.toString();
  if (before === source) return;
  const shorter = Math.min(before.length, source.length);
  let from = 0;
  while (from < shorter && before[from] === source[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === source.at(-1 - end)) end += 1;
  view.dispatch({ changes: { from, to: before.length - end, insert: source.slice(from, source.length - end) } });
}

/** The source of a template as an editor of code: numbers, colours, undo, and the line that is wrong. */
export function SourceEditor({ source, change, readOnly, problem, label, describedBy, handle, yaml }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const latest = useRef({ source, change });
  latest.current = { source, change };
  useLayoutEffect(() => {
    if (place.current === null) return;
    const own = extensions({ readOnly, label, yaml, change: (text) => latest.current.change(text) });
    const view = new EditorView({
      state: EditorState.create({ doc: latest.current.source, extensions: own }),
      parent: place.current,
    });
    editor.current = view;
    return () => view.destroy();
  }, [readOnly, label, yaml]);
  useEffect(() => {
    if (editor.current !== undefined) replaceDoc(editor.current, source);
  }, [source]);
  useEffect(() => {
    if (editor.current !== undefined) showProblem(editor.current, problem);
  }, [problem, readOnly, label]);
  useEffect(() => {
    const content = editor.current?.contentDOM;
    content?.setAttribute('aria-describedby', describedBy);
    content?.setAttribute('aria-invalid', String(problem !== null));
  });
  useImperativeHandle(handle, () => ({
    goTo: (line) => {
      const view = editor.current;
      if (view === undefined) return;
      const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.focus();
      const effects = EditorView.scrollIntoView(from, { y: 'center' });
      view.dispatch({ selection: { anchor: from, head: to }, effects });
    },
  }));
  return <div ref={place} className={style.editor} />;
}
