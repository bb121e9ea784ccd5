import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { ClientMessage, Presence, RoomPerson } from '../../src/live/protocol.ts';
import { fromServer } from './copies.ts';

/** Shows the others' cursors as the server tells them. */
export function showPresence(awareness: Awareness, people: Presence[]): void {
  const others = people.filter(({ id }) => id !== awareness.clientID);
  const states = new Map(others.map(({ id, state }) => [id, state]));
  const meta = new Map(others.map(({ id, clock }) => [id, { clock, lastUpdated: 0 }]));
  const told = { states, meta } as unknown as Awareness;
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(told, [...states.keys()]), fromServer);
}

/** Nobody is seen while the line is down. */
export function forgetOthers(awareness: Awareness): void {
  const others = [...awareness.getStates().keys()].filter((id) => id !== awareness.clientID);
  removeAwarenessStates(awareness, others, fromServer);
}

/** What this editor says of itself; who that is, the server knows. */
export function ownPresence(awareness: Awareness): ClientMessage {
  const state = awareness.getLocalState();
  const clock = awareness.meta.get(awareness.clientID)?.clock ?? 0;
  const own = { type: 'presence', id: awareness.clientID, clock, cursor: state?.['cursor'] ?? null } as const;
  return state === null ? { ...own, gone: true } : own;
}

/** An awareness that says whenever this editor moved. */
export function newAwareness(doc: Y.Doc, me: RoomPerson | undefined, moved: () => void): Awareness {
  const awareness = new Awareness(doc);
  if (me !== undefined) awareness.setLocalStateField('user', me);
  awareness.on('update', (_change: unknown, origin: unknown) => {
    if (origin !== fromServer) moved();
  });
  return awareness;
}
