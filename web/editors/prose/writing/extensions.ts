import { closeCompletion, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import type * as Y from 'yjs';
import type { LiveRoom } from '../../../live/index.ts';
import { words } from '../../../words/index.ts';
import { mostFormatted } from '../reading/parse.ts';
import { cursors } from './cursors.ts';
import { fresh } from './fresh.ts';
import { keepInSight } from './keep-in-sight.ts';
import { look } from './look.ts';
import { markdownLanguage } from './markdown-language.ts';
import { mentions } from './mentions.ts';
import { nextItem } from './next-item.ts';
import { pictures } from './pictures.ts';
import { quotedWords } from './quoted-words.ts';
import { tools } from './tools.ts';
import { undoOf } from './undo-of.ts';
import { uploads } from './uploads.ts';

/** A text that is written: where it is, what it is called, and how its writing ends. */
export type Written = {
  room: LiveRoom;
  text: Y.Text;
  path: string;
  incident: string;
  label: string;
  /** Id of the element that says how to write. */
  hint: string;
  leave: () => void;
};

/** Everything of the editor. Tab is left to the page: it leads on to the toolbar. */
export const extensions = ({ room, text, path, incident, label, hint, leave }: Written): Extension[] => [
  text.length > mostFormatted ? [] : markdownLanguage,
  look,
  drawSelection(),
  mentions(incident),
  keymap.of([
    { key: 'Enter', run: nextItem },
    ...tools.flatMap(({ keys, run }) => (keys === undefined ? [] : [{ key: keys, run, preventDefault: true }])),
    {
      key: 'Escape',
      run: (view) => (completionStatus(view.state) === 'active' ? closeCompletion(view) : (leave(), true)),
    },
    ...yUndoManagerKeymap,
    ...defaultKeymap,
  ]),
  // Its own cursors need style attributes, which the page's policy forbids.
  yCollab(text, null, { undoManager: undoOf(text) }),
  cursors(room.awareness, text, path),
  fresh(undoOf(text)),
  quotedWords,
  uploads(incident, text),
  pictures(incident),
  placeholder(words.prose.empty),
  keepInSight,
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-describedby': hint,
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
  }),
];
