import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutterLineClass,
  WidgetType,
} from '@codemirror/view';
import { RangeSet } from '@codemirror/state';
import style from './source.module.css';

/** What is wrong, at which line. */
export type LineProblem = { line: number; what: string };

const classOf = (name: string): string => style[name] ?? '';

/** Says behind the line what is wrong with it. Those who hear the page are told by the status below the source. */
class Words extends WidgetType {
  readonly what: string;
  constructor(what: string) {
    super();
    this.what = what;
  }
  override eq({ what }: Words): boolean {
    return what === this.what;
  }
  override toDOM(): HTMLElement {
    const words = document.createElement('span');
    words.className = classOf('what');
    words.ariaHidden = 'true';
    words.textContent = this.what;
    return words;
  }
}

class Marker extends GutterMarker {
  override elementClass = classOf('badNumber');
}

const problemEffect = StateEffect.define<LineProblem | null>();

type Marks = { line: DecorationSet; number: RangeSet<GutterMarker> };
const none: Marks = { line: Decoration.none, number: RangeSet.empty };
const badLine = Decoration.line({ class: classOf('badLine') });

function marksOf({ doc }: EditorState, problem: LineProblem | null): Marks {
  if (problem === null || problem.line > doc.lines) return none;
  const { from, to } = doc.line(Math.max(1, problem.line));
  const words = Decoration.widget({ widget: new Words(problem.what), side: 1 });
  return {
    line: Decoration.set([badLine.range(from), words.range(to)]),
    number: RangeSet.of(new Marker().range(from)),
  };
}

/** Keeps the mark at its text while that is written on, until the next word of the compiler. */
const field = StateField.define<Marks>({
  create: () => none,
  update: (marks, { changes, effects, state, docChanged }) => {
    for (const effect of effects) if (effect.is(problemEffect)) return marksOf(state, effect.value);
    return docChanged ? { line: marks.line.map(changes), number: marks.number.map(changes) } : marks;
  },
  provide: (own) => [
    EditorView.decorations.from(own, ({ line }) => line),
    gutterLineClass.from(own, ({ number }) => number),
  ],
});

/** Marks the line that is wrong. */
export const problemLine: Extension = field;

/** Says which line is wrong now; null for none. */
export const showProblem = (view: EditorView, problem: LineProblem | null): void =>
  view.dispatch({ effects: problemEffect.of(problem) });
