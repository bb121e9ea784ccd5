import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Found } from '../quotes/quoted.ts';
import style from './quoted-words.module.css';

const set = StateEffect.define<readonly Found[]>();

const markOf = ({ active, suggests }: Found) =>
  Decoration.mark({ class: style[active ? 'active' : suggests ? 'suggestion' : 'comment'] ?? '' });

function decorationsOf(found: readonly Found[], length: number): DecorationSet {
  const within = found.filter(({ from, to }) => from < to && to <= length);
  return Decoration.set(
    within.map((one) => markOf(one).range(one.from, one.to)),
    true,
  );
}

/** Words of the text that somebody speaks of; they move with what is written. */
export const quotedWords = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, { changes, effects, newDoc }) => {
    const given = effects.find((effect) => effect.is(set));
    return given === undefined ? before.map(changes) : decorationsOf(given.value, newDoc.length);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Marks these words from now on. */
export const markWords = (view: EditorView, found: readonly Found[]): void => view.dispatch({ effects: set.of(found) });
