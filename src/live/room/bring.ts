import * as Y from 'yjs';
import { lastChange } from '../../store/rooms/last-change.ts';
import { StoreError } from '../../store/store-error.ts';
import { keepBrought } from '../../store/rooms/agreed-texts.ts';
import type { ProsePlace } from '../prose-paths.ts';
import { mergeEdits } from '../text/merge-edits.ts';
import type { LiveAround, Room } from './room.ts';

/** The update that makes these edits in a text, made on a copy: nobody sees it before it is kept. */
function editedCopy(doc: Y.Doc, path: string, base: string, theirs: string): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  const text = copy.getText(path);
  copy.transact(() => {
    for (const { from, to, insert } of mergeEdits(base, text.toString(), theirs).toReversed()) {
      if (to > from) text.delete(from, to - from);
      if (insert !== '') text.insert(from, insert);
    }
  });
  const update = Y.encodeStateAsUpdate(copy, before);
  copy.destroy();
  return update;
}

/**
 * Brings a change of the record into the room: what changed since both last agreed, in the smallest edits, so that cursors stay.
 * @param theirs the field's text in the record now
 * @throws StoreError `store.conflict` when another process did so in the same moment
 */
export async function bring(around: LiveAround, room: Room, { path, key }: ProsePlace, theirs: string): Promise<void> {
  const { database } = around;
  const agreed = room.agreed.get(path) ?? { text: '', version: 0 };
  const last = await lastChange(database, room.incidentId, key);
  const [actor, at] = [last?.actor ?? 'system', last?.at.toISOString() ?? around.now()];
  // The edits stand on what is in the document: that has to be kept before them.
  while (!room.log.idle()) await room.log.flushed();
  const bytes = editedCopy(room.doc, path, agreed.text, theirs);
  const move = { path, text: theirs, seen: agreed.version };
  const id = await keepBrought(database, room.incidentId, move, { actor, at, bytes });
  if (id === undefined) throw new StoreError('store.conflict', 'another process brought this change into the room');
  room.log.know(id);
  room.agreed.set(path, { text: theirs, version: agreed.version + 1 });
  Y.applyUpdate(room.doc, bytes);
  room.bytes += bytes.length;
  room.tellChanged({ path, actor, at });
}
