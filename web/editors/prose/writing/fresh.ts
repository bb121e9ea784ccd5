import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { ySyncAnnotation } from 'y-codemirror.next';
import type * as Y from 'yjs';
import style from './fresh.module.css';

const shownMs = 4000;
const forget = StateEffect.define<number>();
const mark = (madeMs: number) => Decoration.mark({ class: style['fresh'] ?? '', madeMs });

/** What others have just put in, marked for a moment; what this person takes back is their own. */
const marksOf = (own: Y.UndoManager) =>
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (before, transaction) => {
      let shown = before.map(transaction.changes);
      for (const effect of transaction.effects)
        if (effect.is(forget))
          shown = shown.update({
            filter: (_from, _to, { spec }) => (spec as { madeMs: number }).madeMs > effect.value,
          });
      if (transaction.annotation(ySyncAnnotation) === undefined || own.undoing || own.redoing) return shown;
      const madeMs = performance.now();
      transaction.changes.iterChangedRanges((_fromA, _toA, from, to) => {
        if (from < to) shown = shown.update({ add: [mark(madeMs).range(from, to)] });
      });
      return shown;
    },
    provide: (field) => EditorView.decorations.from(field),
  });

const fading = (marks: StateField<DecorationSet>) =>
  ViewPlugin.fromClass(
    class {
      timer: ReturnType<typeof setTimeout> | undefined;
      update({ view, state }: ViewUpdate): void {
        if (this.timer !== undefined || state.field(marks).size === 0) return;
        this.timer = setTimeout(() => {
          this.timer = undefined;
          view.dispatch({ effects: forget.of(performance.now() - shownMs) });
        }, shownMs);
      }
      destroy(): void {
        clearTimeout(this.timer);
      }
    },
  );

/** Marks what comes from others for four seconds. */
export function fresh(own: Y.UndoManager) {
  const marks = marksOf(own);
  return [marks, fading(marks)];
}
