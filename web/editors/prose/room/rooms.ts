import type { ChangedBy, LateText, LiveRoom, Reason, RoomState } from '../../../live/index.ts';
import { start } from '../../../api/start.ts';

/** What screens show of a room; a new object whenever something of it changed. */
export type RoomView = {
  room: LiveRoom | undefined;
  state: RoomState;
  reason: Reason | undefined;
  late: readonly LateText[];
  /** Whether what is not saved outlasts this page. */
  keeps: boolean;
  /** Changes from elsewhere of the last half minute, by path. */
  changes: ReadonlyMap<string, ChangedBy>;
};

type Entry = {
  view: RoomView;
  /** Beside the view: it changes twice with each key, which is nothing to the texts. */
  saved: boolean;
  users: number;
  tellers: Set<() => void>;
  /** What each text is called on the page. */
  labels: Map<string, string>;
  closing?: ReturnType<typeof setTimeout>;
};

const entries = new Map<string, Entry>();
const changesShownMs = 30_000;
const emptyView: RoomView = {
  room: undefined,
  state: 'connecting',
  reason: undefined,
  late: [],
  keeps: true,
  changes: new Map(),
};

function tellAll({ tellers }: Entry): void {
  for (const tell of tellers) tell();
}

function set(entry: Entry, over: Partial<RoomView>): void {
  entry.view = { ...entry.view, ...over };
  tellAll(entry);
}

/** What was written is sent, and what was not taken is offered, also when the page that it was written on is gone. */
const isOwed = ({ view, saved }: Entry): boolean => view.late.length > 0 || !saved;

function closeLater(incident: string, entry: Entry): void {
  clearTimeout(entry.closing);
  entry.closing = setTimeout(() => {
    if (entry.users > 0 || isOwed(entry)) return;
    entries.delete(incident);
    void entry.view.room?.close();
  }, 1000);
}

async function open(incident: string, entry: Entry): Promise<void> {
  const { openRoom } = await import('../../../live/index.ts');
  if (entries.get(incident) !== entry) return;
  const room = openRoom(incident, { person: start.me.id });
  const follow = () => set(entry, { state: room.state, reason: room.reason, late: room.late, keeps: room.keeps });
  const followSaved = () => {
    entry.saved = room.saved;
    tellAll(entry);
    if (entry.saved && entry.users === 0) closeLater(incident, entry);
  };
  room.on('state', follow);
  room.on('saved', followSaved);
  room.on('reset', follow);
  room.on('changedBy', (change) => {
    set(entry, { changes: new Map([...entry.view.changes, [change.path, change]]) });
    setTimeout(() => {
      const still = [...entry.view.changes].filter(([, each]) => each !== change);
      set(entry, { changes: new Map(still) });
    }, changesShownMs);
  });
  entry.view = { ...entry.view, room };
  entry.saved = room.saved;
  follow();
}

/** What is known of the room of an incident. */
export const roomView = (incident: string): RoomView => entries.get(incident)?.view ?? emptyView;

/** Whether the server has everything that was written here. */
export const roomSaved = (incident: string): boolean => entries.get(incident)?.saved ?? true;

/** What a text of the room is called on the page. */
export const labelOf = (incident: string, path: string): string => entries.get(incident)?.labels.get(path) ?? path;

/** Gives a text of the room its name. */
export const nameText = (incident: string, path: string, label: string): void =>
  void entries.get(incident)?.labels.set(path, label);

/** Enters the one room of an incident and hears of its changes; the function given back leaves it. */
export function enter(incident: string, tell: () => void): () => void {
  let entry = entries.get(incident);
  if (entry === undefined) {
    entry = { view: emptyView, saved: true, users: 0, tellers: new Set(), labels: new Map() };
    entries.set(incident, entry);
    const opening = entry;
    // The rest of the app is there without it: a page that is older than the server has to be loaded again.
    open(incident, opening).catch(() => set(opening, { state: 'refused', reason: 'fault' }));
  }
  const own = entry;
  clearTimeout(own.closing);
  own.users += 1;
  own.tellers.add(tell);
  return () => {
    own.tellers.delete(tell);
    own.users -= 1;
    if (own.users === 0) closeLater(incident, own);
  };
}

// The browser asks before a page goes that alone holds what was written.
addEventListener('beforeunload', (event) => {
  for (const { saved, view } of entries.values()) if (!saved && !view.keeps) event.preventDefault();
});
