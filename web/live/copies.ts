import * as Y from 'yjs';
import type { LateText } from './room.ts';

/** What is written here, and beside it what the server has of it for certain: their difference is what is not saved. */
export type Copies = { local: Y.Doc; server: Y.Doc };

/** Origin of what comes from the server: it is not sent back. */
export const fromServer = Symbol('from the server');

export const newCopies = (): Copies => ({ local: new Y.Doc(), server: new Y.Doc() });

/** Whether the server has everything, deletions included: a state vector alone does not know of those. */
export const sameState = ({ local, server }: Copies): boolean =>
  Y.equalSnapshots(Y.snapshot(local), Y.snapshot(server));

/** Takes what came from the server. */
export function takeUpdate({ local, server }: Copies, update: Uint8Array): void {
  Y.applyUpdate(server, update, fromServer);
  Y.applyUpdate(local, update, fromServer);
}

/** The texts that stand otherwise here than there. */
export function differences({ local, server }: Copies): LateText[] {
  const paths = new Set([...local.share.keys(), ...server.share.keys()]);
  return [...paths]
    .map((path) => ({ path, yours: local.getText(path).toString(), theirs: server.getText(path).toString() }))
    .filter(({ yours, theirs }) => yours !== theirs);
}

/** A new local copy that holds what the server has. */
export function localAnew(server: Y.Doc): Y.Doc {
  const local = new Y.Doc();
  Y.applyUpdate(local, Y.encodeStateAsUpdate(server), fromServer);
  return local;
}
