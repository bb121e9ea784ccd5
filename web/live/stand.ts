import { closeCodes } from '../../src/live/protocol.ts';
import type { Reason, RoomState } from './room.ts';

/** All that the state of a room follows from. */
export type Stand = {
  /** Everything was exchanged in this connection. */
  synced: boolean;
  /** A connection failed or was lost. */
  lost: boolean;
  /** There is something to write on: from the server, or kept on this machine from an earlier time. */
  known: boolean;
  /** Something was not taken: nothing more is sent. */
  halted: boolean;
  /** Late text waits for a decision, because of `barrier`. */
  held: boolean;
  barrier?: Reason | undefined;
  /** What the server said last; it holds while the line is down. */
  standing?: { writable: boolean; reason?: Reason | undefined } | undefined;
  /** Why nothing more comes. */
  refused?: Reason | undefined;
};

export const newStand = (): Stand => ({ synced: false, lost: false, known: false, halted: false, held: false });

export function stateOf({ synced, lost, known, held, standing, refused }: Stand): RoomState {
  if (refused !== undefined) return 'refused';
  if (held) return 'late';
  if (synced) return standing?.writable === true ? 'live' : 'readOnly';
  if (standing?.writable === false) return 'readOnly';
  return lost && known ? 'offline' : 'connecting';
}

export const reasonOf = ({ held, barrier, standing, refused }: Stand): Reason | undefined =>
  refused ?? (held ? barrier : undefined) ?? standing?.reason;

/** Reasons of the server after which nobody tries again; every other code is a reason to. */
export const finalReasons: ReadonlyMap<number, Reason> = new Map([
  [closeCodes.fault, 'fault'],
  [closeCodes.signedOut, 'signedOut'],
  [closeCodes.denied, 'denied'],
  [closeCodes.gone, 'gone'],
  [closeCodes.outdated, 'fault'],
]);
