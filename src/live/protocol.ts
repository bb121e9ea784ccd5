/**
 * What goes over the wire of a live room. Binary messages are one byte of kind and the bytes of Yjs (13, update format 1); everything
 * else is JSON in text messages. The browser imports this file, too: it has no imports.
 */

/** Grows when an older client would harm a text. */
export const liveVersion = 1;

/** Kinds of binary messages. */
export const kinds = {
  /** Both ways: a state vector; what the other side lacks is asked for. */
  vector: 1,
  /** Both ways: an update. The client's are counted from 1 within a connection. */
  update: 2,
} as const;

/** Most bytes of one message, and of one document with everything that was deleted in it. */
export const mostMessageBytes = 1_000_000;
export const mostDocumentBytes = 5_000_000;

/** Why a text cannot be written. */
export type Barrier = 'frozen' | 'viewer' | 'full';

/** Who is in a room, as the server knows them. */
export type RoomPerson = { id: string; name: string; kind: 'person' | 'agent'; color: string; colorLight: string };

/** Where one editor's cursor is: `state` is null when it left. `id` is the Yjs client id, which says nothing about who that is. */
export type Presence = { id: number; clock: number; state: { user: RoomPerson; cursor: unknown } | null };

/** What the server says. */
export type ServerMessage =
  | { type: 'standing'; me: RoomPerson; writable: boolean; reason?: Barrier }
  /** All accepted updates up to this number are kept. */
  | { type: 'saved'; upTo: number }
  /** This update was not taken, and none after it is until the client says `again`. */
  | { type: 'late'; number: number; reason: Barrier }
  | { type: 'presence'; people: Presence[] }
  | {
      type: 'changed';
      path: string;
      actor: string;
      name: string;
      kind: 'person' | 'agent' | 'system';
      at: string;
    }
  | { type: 'beat' };

/** What the client says. */
export type ClientMessage =
  | { type: 'presence'; id: number; clock: number; cursor: unknown; gone?: true }
  /** The person wants what was late to be taken now. */
  | { type: 'again' };

/** Reasons for which the server ends a connection; every other one is a reason to try again. */
export const closeCodes = {
  /** The message is none of this protocol. */
  fault: 4400,
  /** The session or token ended. */
  signedOut: 4401,
  /** The incident may not be seen any more. */
  denied: 4403,
  /** There is no such incident, or it may not be seen. */
  gone: 4404,
  /** The page is older than the server: it has to be loaded again. */
  outdated: 4406,
  /** Too much in too short a time. */
  tooFast: 4429,
} as const;

/** A binary message. */
export function frame(kind: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(bytes.length + 1);
  message[0] = kind;
  message.set(bytes, 1);
  return message;
}
