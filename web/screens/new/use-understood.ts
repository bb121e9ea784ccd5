import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../api/problem.ts';
import { type Material, materialOfText } from './material.ts';
import { understand, type Understood } from './understand.ts';

/** Typing this long without a pause is one text to read. */
const typingMs = 300;

/** What is known of the material; `all` is what was read, with the pasted text as a file. */
export type Reading = { understood?: Understood; all: Material[]; reading: boolean; problem?: Problem };

type Given = { text: string; files: Material[]; template: string | undefined; known: string[] };

/** Has the material read again whenever it or the template changes; an answer that came too late is dropped. */
export function useUnderstood({ text, files, template, known }: Given): Reading {
  const [state, setState] = useState<Reading>({ all: [], reading: false });
  const names = known.join('\n');
  useEffect(() => {
    if (text.trim() === '' && files.length === 0) {
      setState({ all: [], reading: false });
      return undefined;
    }
    if (names === '') return undefined;
    const controller = new AbortController();
    setState((before) => ({ ...before, reading: true }));
    const timer = setTimeout(async () => {
      const { signal } = controller;
      const all = [...(text.trim() === '' ? [] : [await materialOfText(text)]), ...files];
      try {
        const understood = await understand({ materials: all, template, known: names.split('\n'), signal });
        if (!signal.aborted) setState({ understood, all, reading: false });
      } catch (error) {
        if (signal.aborted) return;
        setState({ all, reading: false, problem: asProblem(error) });
      }
    }, typingMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, files, template, names]);
  return state;
}
