import * as Y from 'yjs';
import { mostMessageBytes } from '../../src/live/protocol.ts';
import { type Copies, fromServer, sameState } from './copies.ts';

/** What is on its way to the server, and whether it has everything. */
export type Sending = {
  saved: () => boolean;
  setSaved: (saved: boolean) => void;
  /** Sends an update; false when it is too long to be sent at all. */
  send: (update: Uint8Array) => boolean;
  /** Sends all that the server, whose state vector this is, does not have; false when it is too long. */
  sendRest: (vector: Uint8Array) => boolean;
  /** Nothing waits for an answer. */
  idle: () => boolean;
  /** The server has kept everything up to this number. */
  kept: (upTo: number) => void;
  /** The server did not take this one. */
  dropped: (number: number) => void;
  /** Nothing that was sent will be acknowledged any more. */
  forget: () => void;
  /** Numbers begin anew with each connection. */
  begin: () => void;
};

/** Sends updates and counts what is acknowledged: by number, since a state vector does not know of deletions. */
export function openSending(
  copies: Copies,
  put: (update: Uint8Array) => void,
  told: (saved: boolean) => void,
): Sending {
  const pending = new Map<number, Uint8Array>();
  let sent = 0;
  // Before what is kept on this machine was read, nobody knows.
  let saved = false;
  const setSaved = (value: boolean): void => {
    if (saved === value) return;
    saved = value;
    told(value);
  };
  const send = (update: Uint8Array): boolean => {
    setSaved(false);
    if (update.length >= mostMessageBytes) return false;
    pending.set((sent += 1), update);
    put(update);
    return true;
  };
  return {
    saved: () => saved,
    setSaved,
    send,
    sendRest: (vector) => {
      const nothing = sameState(copies);
      if (nothing) setSaved(true);
      return nothing || send(Y.encodeStateAsUpdate(copies.local, vector));
    },
    idle: () => pending.size === 0,
    kept: (upTo) => {
      for (const [number, update] of pending)
        if (number <= upTo) {
          Y.applyUpdate(copies.server, update, fromServer);
          pending.delete(number);
        }
    },
    dropped: (number) => void pending.delete(number),
    forget: () => {
      if (pending.size > 0) setSaved(false);
      pending.clear();
    },
    begin: () => {
      sent = 0;
    },
  };
}
