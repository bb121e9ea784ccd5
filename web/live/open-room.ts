import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { kinds, liveVersion, type ServerMessage } from '../../src/live/protocol.ts';
import { differences, fromServer, localAnew, newCopies, sameState, takeUpdate } from './copies.ts';
import { events } from './events.ts';
import { type Line, openLine } from './line.ts';
import { offlineStore } from './offline-store.ts';
import { endsOf, rangeOf } from './positions.ts';
import { forgetOthers, newAwareness, ownPresence, showPresence } from './presence.ts';
import type { LateText, LivePerson, LiveRoom, Reason, RoomEvents, RoomOptions, RoomState } from './room.ts';
import { openSending } from './sending.ts';
import { finalReasons, newStand, reasonOf, stateOf } from './stand.ts';

/** The server ended a line because of a message that was too long. */
const tooLong = 1009;
const noLine: Line = { send: () => {}, say: () => {}, close: () => {} };

const addressOf = (incident: string, origin = globalThis.location?.origin ?? ''): string =>
  `${origin.replace(/^http/, 'ws')}/api/v1/incidents/${encodeURIComponent(incident)}/live?version=${liveVersion}`;

/** Opens the room of an incident, from what this machine has kept of it and then from the server. */
export function openRoom(incident: string, options: RoomOptions): LiveRoom {
  const { on, emit } = events<RoomEvents>();
  const store = options.store === undefined ? offlineStore(options.person, incident) : options.store;
  const make = options.socket ?? ((url: string) => new WebSocket(url));
  const copies = newCopies();
  const stand = newStand();
  let line = noLine;
  let closed = false;
  let me: LivePerson | undefined;
  let late: LateText[] = [];
  let keeps = options.store !== null;
  let shown: { state: RoomState; reason: Reason | undefined; late: LateText[]; keeps: boolean } | undefined;
  let awareness: Awareness;
  const sending = openSending(
    copies,
    (update) => line.send(kinds.update, update),
    (saved) => emit('saved', saved),
  );
  const show = (): void => {
    const now = { state: stateOf(stand), reason: reasonOf(stand), late, keeps };
    const before = shown;
    if (before?.state === now.state && before.reason === now.reason && before.late === late && before.keeps === keeps)
      return;
    shown = now;
    emit('state', now.state);
  };
  const lost = (): void => {
    keeps = false;
    show();
  };
  const writable = (): boolean => stand.synced && stand.standing?.writable === true;

  /** Stops sending: what would follow the text that was not taken would stand on nothing. */
  const halt = (reason: Reason | undefined): void => {
    stand.halted = true;
    stand.barrier = reason;
    settle();
  };
  /** What is late may change while it waits, by others too; where no text differs any more there is nothing to decide. */
  const compare = (): void => {
    late = differences(copies);
    if (stand.held && late.length === 0) void renew();
    else show();
  };
  /** When every answer is there, what is not saved is late, and the person decides; where no text differs there is nothing to decide. */
  const settle = (): void => {
    if (!sending.idle() || stand.held) return;
    const same = sameState(copies);
    if (stand.synced && !writable() && !same) {
      stand.halted = true;
      stand.barrier ??= stand.standing?.reason;
    }
    if (!stand.halted) {
      if (stand.synced && same) sending.setSaved(true);
      return;
    }
    late = differences(copies);
    if (late.length === 0) {
      void renew();
      return;
    }
    stand.held = true;
    void store?.setLate(true);
    sending.setSaved(false);
    show();
  };
  const written = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromServer || !stand.known) return;
    sending.setSaved(false);
    if (stand.held || stand.refused !== undefined) compare();
    else if (!stand.synced || stand.halted) return;
    else if (!writable()) settle();
    else if (!sending.send(update)) halt('full');
  };
  const moved = (): void => {
    if (stand.synced) line.say(ownPresence(awareness));
  };
  const bind = (): void => {
    copies.local.on('update', written);
    awareness = newAwareness(copies.local, me, moved);
  };
  /** Puts a new copy of the server's texts in place of the one that was written here. */
  const renew = async (): Promise<void> => {
    const old = copies.local;
    awareness.destroy();
    old.off('update', written);
    copies.local = localAnew(copies.server);
    bind();
    [stand.held, stand.halted, stand.barrier] = [false, false, undefined];
    late = [];
    sending.setSaved(true);
    // Since one of its updates was refused, the server waits for a word before it takes others.
    line.say({ type: 'again' });
    emit('reset', copies.local);
    show();
    moved();
    await store?.clear();
    old.destroy();
    if (stand.refused !== undefined || closed || store === null) return;
    keeps = true;
    await store.open(copies.local, copies.server, lost);
    show();
  };
  const onMessage = (message: ServerMessage): void => {
    if (message.type === 'standing') {
      me = message.me;
      stand.standing = message;
      awareness.setLocalStateField('user', me);
      settle();
      show();
    } else if (message.type === 'saved') {
      sending.kept(message.upTo);
      settle();
    } else if (message.type === 'late') {
      sending.dropped(message.number);
      halt(message.reason);
    } else if (message.type === 'presence') showPresence(awareness, message.people);
    else if (message.type === 'changed') {
      const { type: _, ...change } = message;
      emit('changedBy', change);
    }
  };
  const onBytes = (kind: number, bytes: Uint8Array): void => {
    if (kind === kinds.update) {
      takeUpdate(copies, bytes);
      if (stand.held) compare();
    } else if (kind === kinds.vector) {
      // The server's first answer is complete: it sends its vector behind what we lacked.
      [stand.synced, stand.known, stand.lost] = [true, true, false];
      if (!writable()) settle();
      else if (!stand.held && !sending.sendRest(bytes)) halt('full');
      show();
      moved();
    }
  };
  const onClosed = (code: number): boolean => {
    [stand.synced, stand.lost] = [false, true];
    // All that has no answer is sent again with the next connection, but what was held stays so.
    stand.halted = stand.held;
    sending.forget();
    forgetOthers(awareness);
    stand.refused = finalReasons.get(code);
    if (stand.refused !== undefined) late = differences(copies);
    if (code === tooLong) halt('full');
    // What nobody here may see any more does not stay on this machine; what was written waits until it was offered.
    const barred = stand.refused === 'denied' || stand.refused === 'gone';
    if (barred && late.length === 0) void store?.clear();
    show();
    return stand.refused === undefined;
  };
  const opened = (): void => {
    sending.begin();
    line.send(kinds.vector, Y.encodeStateVector(copies.server));
  };

  bind();
  const loaded = (async () => {
    const kept = await store?.open(copies.local, copies.server, lost);
    stand.known = copies.server.store.clients.size > 0;
    if (kept?.late === true) {
      late = differences(copies);
      stand.held = stand.halted = late.length > 0;
    }
    sending.setSaved(sameState(copies));
    if (closed) return;
    const address = addressOf(incident, options.origin);
    const hears = { opened, bytes: onBytes, message: onMessage, closed: onClosed };
    line = openLine(() => make(address), hears, options.mostDelayMs ?? 10_000);
    show();
  })();

  return {
    get doc() {
      return copies.local;
    },
    text: (path) => copies.local.getText(path),
    endsOf,
    rangeOf,
    get awareness() {
      return awareness;
    },
    get state() {
      return stateOf(stand);
    },
    get reason() {
      return reasonOf(stand);
    },
    get saved() {
      return sending.saved();
    },
    get keeps() {
      return keeps;
    },
    get me() {
      return me;
    },
    get late() {
      return late;
    },
    loaded,
    on,
    enterLate: () => {
      if (!stand.held || !writable()) return false;
      [stand.held, stand.halted, stand.barrier] = [false, false, undefined];
      late = [];
      void store?.setLate(false);
      line.say({ type: 'again' });
      if (!sending.sendRest(Y.encodeStateVector(copies.server))) halt('full');
      show();
      return !stand.held;
    },
    dropLate: renew,
    close: async () => {
      closed = true;
      await loaded;
      line.close();
      awareness.destroy();
      copies.local.off('update', written);
      await store?.close();
      copies.local.destroy();
      copies.server.destroy();
    },
  };
}
