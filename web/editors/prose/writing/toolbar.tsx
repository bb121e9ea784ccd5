import type { EditorView } from '@codemirror/view';
import { type KeyboardEvent, useRef } from 'react';
import type * as Y from 'yjs';
import { words } from '../../../words/index.ts';
import { Icon } from './icons.tsx';
import { type Tool, tools } from './tools.ts';
import { sendFiles } from './uploads.ts';
import style from './toolbar.module.css';

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
const shownKeys = (keys: string): string =>
  keys
    .replace('Mod', isMac ? '⌘' : 'Ctrl')
    .replace('Alt', isMac ? '⌥' : 'Alt')
    .replaceAll('-', isMac ? ' ' : '+');
const ariaKeys = (keys: string): string => keys.replace('Mod', isMac ? 'Meta' : 'Control').replaceAll('-', '+');

/** The arrow keys lead from button to button; the toolbar is one stop of Tab. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const steps: Record<string, number> = {
    ArrowRight: (at + 1) % buttons.length,
    ArrowLeft: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  };
  const next = buttons[steps[event.key] ?? -1];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

type Props = { view: () => EditorView | undefined; text: Y.Text; label: string; incident: string; done: () => void };

/** Buttons for those who do not know Markdown. */
export function Toolbar({ view, text, label, incident, done }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const run = ({ run }: Tool) => {
    const editor = view();
    if (editor === undefined) return;
    run(editor);
    editor.focus();
  };
  const send = (input: HTMLInputElement) => {
    const editor = view();
    if (editor !== undefined)
      void sendFiles({ view: editor, incident, text }, [...(input.files ?? [])], editor.state.selection.main.to);
    input.value = '';
    editor?.focus();
  };
  return (
    <div
      role="toolbar"
      aria-label={words.prose.toolbar.label(label)}
      className={style.bar}
      onKeyDown={walk}
      // The text keeps the focus and its selection while buttons are pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {tools.map((tool, index) => (
        <button
          key={tool.name}
          type="button"
          className={style.tool}
          tabIndex={index === 0 ? 0 : -1}
          aria-label={words.prose.toolbar[tool.name]}
          title={[words.prose.toolbar[tool.name], tool.keys && shownKeys(tool.keys)].filter(Boolean).join(' · ')}
          {...(tool.keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(tool.keys) })}
          onClick={() => run(tool)}
        >
          <Icon name={tool.name} />
        </button>
      ))}
      <button
        type="button"
        className={style.tool}
        tabIndex={-1}
        aria-label={words.prose.toolbar.picture}
        title={words.prose.toolbar.picture}
        onClick={() => chooser.current?.click()}
      >
        <Icon name="picture" />
      </button>
      <input ref={chooser} type="file" multiple hidden onChange={({ currentTarget }) => send(currentTarget)} />
      <button type="button" className={style.done} tabIndex={-1} onClick={done}>
        {words.prose.toolbar.done}
      </button>
    </div>
  );
}
