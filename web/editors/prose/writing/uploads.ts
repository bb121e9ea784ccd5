import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import * as Y from 'yjs';
import { call } from '../../../api/call.ts';
import { say, sayProblem } from '../../../parts/notices.tsx';
import { words } from '../../../words/index.ts';
import { enter } from '../room/rooms.ts';
import style from './uploads.module.css';

const { picture } = words.prose;

class Sending extends WidgetType {
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
  override eq(other: Sending): boolean {
    return other.name === this.name;
  }
  override toDOM(): HTMLElement {
    const note = document.createElement('span');
    note.className = style['sending'] ?? '';
    note.role = 'status';
    note.textContent = picture.sending(this.name);
    return note;
  }
}

type Upload = { id: string; name: string; at: number };
const begin = StateEffect.define<Upload>({ map: (upload, change) => ({ ...upload, at: change.mapPos(upload.at) }) });
const end = StateEffect.define<string>();

/** Files on their way: each has a place in this person's text, and none in what the others see. */
const sending = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, { changes, effects }) => {
    let now = before.map(changes);
    for (const effect of effects)
      if (effect.is(begin)) {
        const { id, name, at } = effect.value;
        now = now.update({ add: [Decoration.widget({ widget: new Sending(name), side: 1, id }).range(at)] });
      } else if (effect.is(end))
        now = now.update({ filter: (_from, _to, { spec }) => (spec as { id: string }).id !== effect.value });
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A text and the editor it is written in, which may be closed before a file has arrived. */
export type Taking = { view: EditorView; incident: string; text: Y.Text };

const indexIn = (text: Y.Text, place: Y.RelativePosition): number =>
  Y.createAbsolutePositionFromRelativePosition(place, text.doc as Y.Doc)?.index ?? text.length;

/** Puts a link into the text: by its editor, as what was pasted there, or without one. */
function put({ view, text }: Taking, place: Y.RelativePosition, link: string, id: string): void {
  const at = indexIn(text, place);
  if (!view.dom.isConnected) return text.insert(at, link);
  view.dispatch({ changes: { from: at, insert: link }, effects: end.of(id), userEvent: 'input.paste' });
}

const inBrackets = (name: string): string => name.replace(/[[\]\\\s]+/g, ' ').trim();

/** Sends a file as evidence and puts its link where it was dropped. What is refused is said, and the text stays as it is. */
async function send(taking: Taking, file: File, place: Y.RelativePosition): Promise<void> {
  const { view, incident, text } = taking;
  const [id, name] = [crypto.randomUUID(), file.name === '' ? picture.unnamed : file.name];
  if (view.dom.isConnected) view.dispatch({ effects: begin.of({ id, name, at: indexIn(text, place) }) });
  try {
    const item = await call<{ sha256: string; type: string }>('evidence.add', { incident, name }, { body: file });
    const link = `${item.type.startsWith('image/') ? '!' : ''}[${inBrackets(name)}](evidence:${item.sha256})`;
    put(taking, place, link, id);
    say(picture.sent(name));
  } catch (error) {
    view.dispatch({ effects: end.of(id) });
    say(picture.failed(name));
    sayProblem(error);
  }
}

/** Sends files one after the other, as they were given; the room is not left before they are there. */
export async function sendFiles(taking: Taking, files: File[], at: number): Promise<void> {
  const leave = enter(taking.incident, () => {});
  // Where it is among the words: others write meanwhile, and a second file stands behind the first.
  const place = Y.createRelativePositionFromTypeIndex(taking.text, at);
  for (const file of files) await send(taking, file, place);
  leave();
}

/** Files that are pasted or dropped become evidence of the incident. */
export const uploads = (incident: string, text: Y.Text) => [
  sending,
  EditorView.domEventHandlers({
    paste: ({ clipboardData }, view) => {
      const files = [...(clipboardData?.files ?? [])];
      // Spreadsheets and word processors put a picture beside their text: the text is what was meant.
      if (files.length === 0 || clipboardData?.types.includes('text/plain') === true) return false;
      void sendFiles({ view, incident, text }, files, view.state.selection.main.from);
      return true;
    },
    drop: (event, view) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return false;
      event.preventDefault();
      void sendFiles({ view, incident, text }, files, view.posAtCoords({ x: event.clientX, y: event.clientY }, false));
      return true;
    },
  }),
];
