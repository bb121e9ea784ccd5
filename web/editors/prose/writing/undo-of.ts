import * as Y from 'yjs';

const managers = new WeakMap<Y.Text, Y.UndoManager>();

/** What this person did in a text, to be taken back; it outlasts the editor, so that one may come back and still undo. */
export function undoOf(text: Y.Text): Y.UndoManager {
  const manager = managers.get(text) ?? new Y.UndoManager(text, { captureTimeout: 600 });
  managers.set(text, manager);
  return manager;
}
