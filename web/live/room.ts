import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Ends } from './positions.ts';

/**
 * Where a room stands. connecting: before the first answer. live: writable, the server is there. offline: writable, kept here until
 * the server is back. readOnly: may be read as it changes. late: text written here came too late and was not taken; see `late`.
 * refused: nothing more comes from the server; see `reason`.
 */
export type RoomState = 'connecting' | 'live' | 'offline' | 'readOnly' | 'late' | 'refused';

/** Why a room is not writable. */
export type Reason = 'frozen' | 'viewer' | 'denied' | 'gone' | 'signedOut' | 'full' | 'fault';

/** Who writes, as the server says; `colour` and `colourLight` are CSS colours of that person everywhere. */
export type LivePerson = { id: string; name: string; kind: 'person' | 'agent'; color: string; colorLight: string };

/** A text that was written here and that the server did not take: what stands here, and what stands there. */
export type LateText = { path: string; yours: string; theirs: string };

/** A change that came from somewhere else than this editor: the form, an agent, the command line. */
export type ChangedBy = { path: string; actor: string; name: string; kind: 'person' | 'agent' | 'system'; at: string };

/** What a room tells, and with what. */
export type RoomEvents = {
  /** The state, its reason, `late` or `keeps` changed. */
  state: RoomState;
  /** Whether the server has everything that was written here. */
  saved: boolean;
  changedBy: ChangedBy;
  /** `doc`, `awareness` and every text are new ones: bind the editors again. */
  reset: Y.Doc;
};

/** The prose of one incident, as it is written here and by others. */
export type LiveRoom = {
  readonly doc: Y.Doc;
  /** The text of a prose field by its path in the record: `summary.text`. */
  text: (path: string) => Y.Text;
  /** Both ends of a range of a text, as they are kept elsewhere, and where such words are now; see positions.ts. */
  endsOf: (text: Y.Text, from: number, to: number) => Ends;
  rangeOf: (text: Y.Text, ends: Readonly<Ends>) => { from: number; to: number } | undefined;
  readonly awareness: Awareness;
  readonly state: RoomState;
  readonly reason: Reason | undefined;
  /** True only when the server has acknowledged, after its commit, all that was written here. */
  readonly saved: boolean;
  /** False once this machine keeps nothing (storage is blocked, full or was emptied): what is not saved goes with the page. */
  readonly keeps: boolean;
  /** Undefined before the first answer. */
  readonly me: LivePerson | undefined;
  /** What the server did not take; empty unless the room is `late` or `refused`. */
  readonly late: readonly LateText[];
  /** Settles when what was kept on this machine is in `doc`, before any answer of the server. */
  readonly loaded: Promise<void>;
  /** Listens; the result ends it. */
  on: <Name extends keyof RoomEvents>(event: Name, listener: (detail: RoomEvents[Name]) => void) => () => void;
  /** Enters the late text after all, where the room may be written again; false where not. */
  enterLate: () => boolean;
  /** Gives the late text up: the texts are those of the server again. Emits `reset`. */
  dropLate: () => Promise<void>;
  /** Leaves the room. What was written stays on this machine until the server has it. */
  close: () => Promise<void>;
};

/** Where what was written is kept on this machine; see offline-store.ts for the one of browsers. */
export type LocalStore = {
  /**
   * Applies what is kept to the documents, then keeps every update of them; gives whether late text was kept. Never rejects: `lost`
   * is told when nothing is kept, now or from a later moment on.
   */
  open: (local: Y.Doc, server: Y.Doc, lost: () => void) => Promise<{ late: boolean }>;
  setLate: (late: boolean) => Promise<void>;
  clear: () => Promise<void>;
  close: () => Promise<void>;
};

/** How to open a room. */
export type RoomOptions = {
  /** Id of the signed-in person: what is kept on this machine is kept for them alone. */
  person: string;
  /** Where the server is; the page's own origin without. */
  origin?: string;
  /** Where to keep what was written; the browser's IndexedDB without, `null` for nowhere. */
  store?: LocalStore | null;
  /** Makes the socket; the browser's own without. */
  socket?: (url: string) => WebSocket;
  /** The longest wait before trying to connect again, ms; 10,000 without. */
  mostDelayMs?: number;
};
