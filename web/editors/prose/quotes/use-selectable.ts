import type { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import { lettersOf, sourceRange, uncut } from '../reading/shown-letters.ts';
import { type LiveQuote, type LiveText, quoteIn } from './quoted.ts';
import { registerText } from './selected.ts';

type Of = { path: string; label: string; source: string; live: LiveText | undefined; editor: EditorView | undefined };

function selectedIn(frame: Element, { source, live, editor }: Of): LiveQuote | undefined {
  if (editor !== undefined) {
    const { from, to } = editor.state.selection.main;
    return from === to ? undefined : quoteIn(editor.state.doc.toString(), live, from, to);
  }
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = sourceRange(lettersOf(frame, source), selection.getRangeAt(0));
  if (range === undefined) return undefined;
  const { from, to } = uncut(source, range);
  return quoteIn(source, live, from, to);
}

/** Lets others ask what is selected in a text, while it is read and while it is written. */
export function useSelectable(frame: RefObject<Element | null>, of: Of): void {
  const latest = useRef(of);
  useEffect(() => {
    latest.current = of;
  });
  const { path, label } = of;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    return registerText(element, { path, label, selected: () => selectedIn(element, latest.current) });
  }, [frame, path, label]);
}
