import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import style from './source.module.css';

/** Marks whatever fits a pattern, line by line. */
const marking = (regexp: RegExp, name: string) => {
  const matcher = new MatchDecorator({ regexp, decoration: Decoration.mark({ class: style[name] ?? '' }) });
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = matcher.createDeco(view);
      }
      update(update: ViewUpdate): void {
        this.decorations = matcher.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
};

/** A template is read by its places, its headings and what only separates; all letters stay of one size, as in code. */
export const templateColours = [
  marking(/\{\{[^{}]*\}\}/g, 'place'),
  marking(/^#{1,6} .*$/g, 'heading'),
  marking(/^(?:-{3,}|\|[-| :]+\||<!--.*-->)$/g, 'mark'),
];

/** Settings in YAML, with what is said about them. */
export const yamlColours = [marking(/^\s*#.*$/g, 'mark')];
