import type { Actor } from '../../operations/access/actor.ts';
import type { Barrier, RoomPerson, ServerMessage } from '../protocol.ts';

/** The line to one editor: how to reach it, and who it is. */
export type Caller = {
  actor: Actor;
  /** Who that is now; undefined when the session or token has ended. */
  check: () => Promise<Actor | undefined>;
  send: (data: Uint8Array | string) => void;
  /** Bytes that wait for a slow reader. */
  backlog: () => number;
  close: (code: number, reason: string) => void;
};

/** One editor in a room. */
export type Member = Caller & {
  person: RoomPerson;
  barrier: Barrier | undefined;
  /** One of its updates was not taken: those after it would stand on nothing, so none is, until it says `again`. */
  late: boolean;
  /** It has all there is, and gets what is new. */
  synced: boolean;
  /** Updates that came, and up to which one they are kept. */
  received: number;
  savedUpTo: number;
  /** It is about to be told. */
  telling: boolean;
  /** Its Yjs client ids: a window that was emptied has a second one. */
  ids: Set<number>;
};

export function newMember(caller: Caller, person: RoomPerson, barrier: Barrier | undefined): Member {
  const counts = { late: false, synced: false, received: 0, savedUpTo: 0, telling: false };
  return { ...caller, person, barrier, ...counts, ids: new Set() };
}

/** What may wait for a reader that takes nothing before it is let go; it comes back and gets what it lacks in one piece. */
const mostBacklogBytes = 8_000_000;

/** Sends, unless the reader lags so far behind that it is let go. */
export function sendTo(member: Member, data: Uint8Array | string): void {
  if (member.backlog() > mostBacklogBytes) member.close(1013, 'reads too slowly');
  else member.send(data);
}

export const tell = (member: Member, message: ServerMessage): void => sendTo(member, JSON.stringify(message));

/** Tells a member whether it may write. */
export const tellStanding = (member: Member): void =>
  tell(member, {
    type: 'standing',
    me: member.person,
    writable: member.barrier === undefined,
    ...(member.barrier === undefined ? {} : { reason: member.barrier }),
  });
