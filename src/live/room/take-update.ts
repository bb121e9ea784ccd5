import * as Y from 'yjs';
import { actorName } from '../../operations/access/actor.ts';
import { closeCodes, mostDocumentBytes } from '../protocol.ts';
import { isPlainText } from './check-update.ts';
import { type Member, tell } from './member.ts';
import type { Room, Written } from './room.ts';

/** Whether an update still fits; counted anew when the estimate says no. */
function fits(room: Room, more: number): boolean {
  if (room.bytes + more <= mostDocumentBytes) return true;
  room.bytes = Y.encodeStateAsUpdate(room.doc).length;
  return room.bytes + more <= mostDocumentBytes;
}

/** Applies an update and gives what has to be kept of it: nothing when all was known. @throws when it is no update */
function apply({ doc }: Room, member: Member, bytes: Uint8Array): Uint8Array | undefined {
  const written: Written = { by: actorName(member.actor), member };
  let changed: Uint8Array | undefined;
  const note = (update: Uint8Array, origin: unknown): void => {
    if (origin === written) changed = update;
  };
  const pending = () => doc.store.pendingStructs ?? doc.store.pendingDs;
  const before = pending();
  doc.on('update', note);
  try {
    Y.applyUpdate(doc, bytes, written);
  } finally {
    doc.off('update', note);
  }
  // What stands on something that did not come yet is kept as it came.
  return pending() === before ? changed : bytes;
}

/** Says up to which update everything is kept; those that were kept together are one message. */
function acknowledge(member: Member, number: number): void {
  if (number <= member.savedUpTo) return;
  member.savedUpTo = number;
  if (member.telling) return;
  member.telling = true;
  queueMicrotask(() => {
    member.telling = false;
    tell(member, { type: 'saved', upTo: member.savedUpTo });
  });
}

/**
 * Takes an update of a member, or says that it is too late or too much; never looks at what it says. What is no plain text in a field
 * ends this connection and no other.
 * @returns whether the room was changed
 */
export function takeUpdate(room: Room, member: Member, bytes: Uint8Array, at: string): boolean {
  const number = (member.received += 1);
  const barrier = member.barrier ?? (fits(room, bytes.length) ? undefined : 'full');
  if (member.late || barrier !== undefined) {
    member.late = true;
    tell(member, { type: 'late', number, reason: barrier ?? 'frozen' });
    return false;
  }
  let update: Uint8Array | undefined;
  try {
    if (!isPlainText(bytes)) throw new Error('not plain text');
    update = apply(room, member, bytes);
  } catch {
    member.close(closeCodes.fault, 'no update of the texts of an incident');
    return false;
  }
  if (update === undefined) {
    void room.log.flushed().then(() => acknowledge(member, number));
    return false;
  }
  room.bytes += update.length;
  const actor = actorName(member.actor);
  void room.log.append({ actor, at, bytes: update }).then(() => acknowledge(member, number));
  return true;
}
