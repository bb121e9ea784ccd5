import { type EditorState, StateField, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { evidenceAddress } from '../reading/address-of.ts';
import look from '../reading/formatted.module.css';

class Picture extends WidgetType {
  readonly address: string;
  readonly name: string;
  constructor(address: string, name: string) {
    super();
    this.address = address;
    this.name = name;
  }
  override eq(other: Picture): boolean {
    return other.address === this.address && other.name === this.name;
  }
  override toDOM(view: EditorView): HTMLElement {
    const image = document.createElement('img');
    image.className = look['picture'] ?? '';
    image.alt = this.name;
    image.addEventListener('load', () => view.requestMeasure());
    image.src = this.address;
    return image;
  }
}

const picture = /!\[([^\]\n]{0,300})\]\(evidence:([0-9a-f]{64})\)/g;

function picturesOf(state: EditorState, incident: string): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const found of state.doc.toString().matchAll(picture)) {
    const [all, name = '', sha256 = ''] = found;
    const widget = new Picture(evidenceAddress(incident, sha256), name);
    ranges.push(
      Decoration.widget({ widget, block: true, side: 1 }).range(state.doc.lineAt(found.index + all.length).to),
    );
  }
  return Decoration.set(ranges, true);
}

/** Shows the pictures of a text under the lines that name them. */
export const pictures = (incident: string) =>
  StateField.define<DecorationSet>({
    create: (state) => picturesOf(state, incident),
    update: (before, { docChanged, state }) => (docChanged ? picturesOf(state, incident) : before),
    provide: (field) => EditorView.decorations.from(field),
  });
