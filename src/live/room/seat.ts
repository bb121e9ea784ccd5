import * as Y from 'yjs';
import { type ClientMessage, frame, kinds } from '../protocol.ts';
import { type Member, sendTo, tell } from './member.ts';
import type { Room } from './room.ts';
import { takeUpdate } from './take-update.ts';

/** An editor's place in a room: what comes from it goes in here. */
export type Seat = {
  /** @throws for what is no message */
  bytes: (message: Uint8Array) => void;
  /** @throws for what is no message */
  message: (message: ClientMessage) => void;
  left: () => void;
};

type Happened = { now: () => string; written: () => void; left: () => void };

/** Gives a member of a room its seat. */
export function seatOf(room: Room, member: Member, { now, written, left }: Happened): Seat {
  /** All that the member lacks, then what the room has: the member answers with what the room lacks. */
  const answer = (vector: Uint8Array): void => {
    const missing = Y.encodeStateAsUpdate(room.doc, vector);
    member.synced = true;
    sendTo(member, frame(kinds.update, missing));
    sendTo(member, frame(kinds.vector, Y.encodeStateVector(room.doc)));
    tell(member, { type: 'presence', people: room.crowd.everybody() });
  };
  return {
    bytes: (message) => {
      const bytes = message.subarray(1);
      if (message[0] === kinds.vector) answer(bytes);
      else if (message[0] !== kinds.update) throw new RangeError('no kind of message');
      else if (takeUpdate(room, member, bytes, now())) written();
    },
    message: (message) => {
      if (message.type === 'presence') room.crowd.moved(member, message);
      else if (message.type === 'again') member.late = false;
      else throw new RangeError('no kind of message');
    },
    left: () => {
      if (!room.members.delete(member)) return;
      room.crowd.left(member);
      left();
    },
  };
}
