import * as Y from 'yjs';
import type { Actor } from '../../operations/access/actor.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';
import type { Database } from '../../store/database.ts';
import { type AgreedText, readAgreed } from '../../store/rooms/agreed-texts.ts';
import type { Presence } from '../protocol.ts';
import { prosePlaces } from '../prose-paths.ts';
import { changedMessage } from './changed-by.ts';
import { type Crowd, openCrowd } from './crowd.ts';
import { openLog, type RoomLog } from './log.ts';
import { type Member, tell } from './member.ts';
import { openOutbox } from './outbox.ts';
import { makeRoom } from './seed.ts';

/** What rooms stand on. */
export type LiveAround = {
  database: Database;
  log: { warn: (details: object, message: string) => void };
  /** RFC 3339 instant of the moment. */
  now: () => string;
  /** What an operation stands on when this actor calls it. */
  context: (actor: Actor) => StoredContext;
};

/** The texts of one incident while somebody writes them, in one process. */
export type Room = {
  incidentId: string;
  doc: Y.Doc;
  log: RoomLog;
  members: Set<Member>;
  crowd: Crowd;
  /** What record and room last agreed on. */
  agreed: Map<string, AgreedText>;
  /** Fields that changed since they were last written to the record, and by whom: names of actors. */
  touched: Map<string, Set<string>>;
  /** Fields whose whole text stands in an entry of the ledger since this room was loaded: later entries hold edits of it. */
  told: Set<string>;
  /** Bytes of the document, too high rather than too low. */
  bytes: number;
  /** Tells the members of a change that came from elsewhere. */
  tellChanged: (change: { path: string; actor: string; at: string }) => void;
  /** Runs after what runs: the record is compared and written by one at a time. */
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

/** Origin of an update that somebody wrote: `by` is the name of an actor, `member` who it was when it was one of this process. */
export type Written = { by: string; member?: Member };

const isWritten = (origin: unknown): origin is Written =>
  typeof origin === 'object' && origin !== null && Object.hasOwn(origin, 'by');

/** What a room says to the other processes, and to the one who looks after it. */
export type RoomSignals = {
  kept: () => void;
  presence: (people: Presence[]) => void;
  /** Somebody of another process wrote. */
  writtenElsewhere: () => void;
};

/** Loads a room from what is kept, or makes it from the record. */
export async function loadRoom(around: LiveAround, incidentId: string, signals: RoomSignals): Promise<Room> {
  const { database } = around;
  const doc = new Y.Doc();
  const members = new Set<Member>();
  const outbox = openOutbox(members);
  const touched: Room['touched'] = new Map();
  for (const path of prosePlaces.keys())
    doc.getText(path).observe((_event, { origin }) => {
      const authors = touched.get(path) ?? new Set();
      touched.set(path, isWritten(origin) ? authors.add(origin.by) : authors);
    });
  doc.on('update', (update: Uint8Array, origin: unknown) =>
    outbox.add(update, isWritten(origin) ? origin.member : undefined),
  );
  const tellChanged: Room['tellChanged'] = (change) => {
    changedMessage(database, change).then(
      (message) => members.forEach((member) => tell(member, message)),
      (error: unknown) => around.log.warn({ err: error }, 'a change from elsewhere was not announced'),
    );
  };
  const log = openLog({
    database,
    incidentId,
    kept: signals.kept,
    failed: (error) =>
      around.log.warn({ err: error, incident: incidentId }, 'text could not be kept; it is tried again'),
    taken: (bytes, kept) => {
      Y.applyUpdate(doc, bytes, kept?.path === null ? ({ by: kept.actor } satisfies Written) : undefined);
      room.bytes += bytes.length;
      if (kept === undefined) return;
      if (kept.path === null) {
        signals.writtenElsewhere();
      } else tellChanged({ path: kept.path, actor: kept.actor, at: kept.at.toISOString() });
    },
  });
  let turn: Promise<unknown> = Promise.resolve();
  const room: Room = {
    incidentId,
    doc,
    log,
    members,
    crowd: openCrowd(members, signals.presence),
    agreed: new Map(),
    touched,
    told: new Set(),
    bytes: 0,
    tellChanged,
    inTurn: (work) => {
      const next = turn.then(work, work);
      turn = next.catch(() => {});
      return next;
    },
  };
  if (!(await log.catchUp())) {
    await makeRoom(database, incidentId);
    await log.catchUp();
  }
  room.agreed = await readAgreed(database, incidentId);
  return room;
}
