import type { Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { LivePerson } from '../../../live/index.ts';
import { words } from '../../../words/index.ts';
import style from './cursors.module.css';

/** Where somebody's cursor is: positions of Yjs as JSON, and the text that they are in. */
type Cursor = { path: string; anchor: unknown; head: unknown };
type Seen = { user?: Partial<LivePerson>; cursor?: Partial<Cursor> | null };

class Caret extends WidgetType {
  readonly name: string;
  readonly colour: string;
  readonly at: string;
  constructor(name: string, colour: string, at: string) {
    super();
    this.name = name;
    this.colour = colour;
    this.at = at;
  }
  override eq(other: Caret): boolean {
    return other.name === this.name && other.colour === this.colour && other.at === this.at;
  }
  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = style['caret'] ?? '';
    caret.style.setProperty('--person', this.colour);
    caret.ariaHidden = 'true';
    const flag = caret.appendChild(document.createElement('span'));
    flag.className = style['flag'] ?? '';
    flag.textContent = this.name;
    return caret;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

const positionOf = (json: unknown, text: Y.Text): number | undefined => {
  try {
    const at = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), text.doc as Y.Doc);
    return at?.type === text ? at.index : undefined;
  } catch {
    return undefined;
  }
};

function decorationsOf(awareness: Awareness, text: Y.Text, length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const [id, seen] of awareness.getStates() as Map<number, Seen>) {
    if (id === awareness.clientID || !seen.cursor) continue;
    const [anchor, head] = [positionOf(seen.cursor.anchor, text), positionOf(seen.cursor.head, text)];
    if (anchor === undefined || head === undefined || anchor > length || head > length) continue;
    const { name = words.prose.someone, color = '#5c5f66', colorLight = '#5c5f6633' } = seen.user ?? {};
    const attributes = { style: `background-color: ${colorLight}` };
    if (anchor !== head)
      ranges.push(Decoration.mark({ attributes }).range(Math.min(anchor, head), Math.max(anchor, head)));
    const widget = new Caret(name, color, JSON.stringify(seen.cursor.head));
    ranges.push(Decoration.widget({ widget, side: head > anchor ? -1 : 1 }).range(head));
  }
  return Decoration.set(ranges, true);
}

/** Shows where the others write in this text, and tells them where this person does. */
export const cursors = (awareness: Awareness, text: Y.Text, path: string) =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      readonly view: EditorView;
      /** The editor is told outside of its own updates; several changes in a frame are one. */
      frame = 0;
      constructor(view: EditorView) {
        this.view = view;
        this.decorations = decorationsOf(awareness, text, view.state.doc.length);
        awareness.on('change', this.moved);
      }
      moved = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
        if ([...added, ...updated, ...removed].every((id) => id === awareness.clientID)) return;
        this.frame ||= requestAnimationFrame(() => {
          this.frame = 0;
          this.decorations = decorationsOf(awareness, text, this.view.state.doc.length);
          this.view.dispatch({});
        });
      };
      update(update: ViewUpdate): void {
        if (update.docChanged) this.decorations = this.decorations.map(update.changes);
        if (!update.selectionSet && !update.docChanged && !update.focusChanged) return;
        if (!update.view.hasFocus) return;
        const { anchor, head } = update.state.selection.main;
        const json = (at: number) =>
          Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, at)) as unknown;
        awareness.setLocalStateField('cursor', { path, anchor: json(anchor), head: json(head) });
      }
      destroy(): void {
        cancelAnimationFrame(this.frame);
        awareness.off('change', this.moved);
        awareness.setLocalStateField('cursor', null);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
