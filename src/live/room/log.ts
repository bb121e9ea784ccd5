import * as Y from 'yjs';
import type { Database } from '../../store/database.ts';
import { appendUpdates, type NewUpdate } from '../../store/rooms/append-updates.ts';
import { compactRoom } from '../../store/rooms/compact-room.ts';
import { type KeptUpdate, nothingRead, readRoom } from '../../store/rooms/read-room.ts';

/** What is kept of one room, from the view of one process. */
export type RoomLog = {
  /** Reads what is new: the first time everything. Gives whether the room is there. */
  catchUp: () => Promise<boolean>;
  /** Keeps an update together with those who wait; settles after the commit. Tried again until it succeeds. */
  append: (update: NewUpdate) => Promise<void>;
  /** Settles when all that was appended is kept. */
  flushed: () => Promise<void>;
  idle: () => boolean;
  /** Says that this process knows an update already. */
  know: (id: string) => void;
  /** Updates kept since the last compaction, as far as this process knows. */
  grown: () => number;
  /** Puts one state in place of all that is kept, if `may` still says so when everything was read. */
  compact: (doc: Y.Doc, may: () => boolean) => Promise<void>;
};

type Options = {
  database: Database;
  incidentId: string;
  /** A whole state, or an update of another process. */
  taken: (bytes: Uint8Array, kept?: KeptUpdate) => void;
  /** Something was kept: other processes have to be told. */
  kept: () => void;
  failed: (error: unknown) => void;
};

const retryMs = 300;
const mostTogether = 200;

type Waiting = { update: NewUpdate; done: () => void };

/** Those that wait, as rows: what one person wrote meanwhile is one. */
function rowsOf(waiting: readonly Waiting[]): NewUpdate[] {
  const byActor = Map.groupBy(waiting, ({ update }) => update.actor);
  return [...byActor].map(([actor, own]) => ({
    actor,
    at: own.at(-1)?.update.at ?? '',
    bytes: Y.mergeUpdates(own.map(({ update }) => update.bytes)),
  }));
}

export function openLog({ database, incidentId, taken, kept, failed }: Options): RoomLog {
  let upTo = nothingRead;
  let known = new Set<string>();
  let reading: Promise<unknown> = Promise.resolve();
  let writing: Promise<void> | undefined;
  const waiting: Waiting[] = [];
  let grown = 0;

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, mostTogether);
      try {
        for (const id of await appendUpdates(database, incidentId, rowsOf(group))) known.add(id);
        grown += 1;
      } catch (error) {
        failed(error);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
        continue;
      }
      waiting.splice(0, group.length);
      for (const { done } of group) done();
      kept();
    }
  };
  const read = async (): Promise<boolean> => {
    const news = await readRoom(database, incidentId, upTo);
    upTo = news.upTo;
    if (news.state !== undefined) taken(news.state);
    const before = known;
    // Ids from before the horizon are not read again.
    known = new Set([...news.updates.map(({ id }) => id), ...[...before].slice(-5000)]);
    for (const update of news.updates) if (!before.has(update.id)) taken(update.bytes, update);
    return upTo.version > 0;
  };
  const catchUp = (): Promise<boolean> => {
    const next = reading.then(read, read);
    reading = next.catch(() => {});
    return next;
  };
  const append = (update: NewUpdate): Promise<void> =>
    new Promise((done) => {
      waiting.push({ update, done });
      writing ??= write().finally(() => {
        writing = undefined;
      });
    });
  const flushed = async (): Promise<void> => writing;
  return {
    catchUp,
    append,
    flushed,
    idle: () => writing === undefined,
    know: (id) => known.add(id),
    grown: () => grown,
    compact: async (doc, may) => {
      grown = 0;
      await flushed();
      if ((await catchUp()) && may()) await compactRoom(database, incidentId, Y.encodeStateAsUpdate(doc), upTo);
    },
  };
}
