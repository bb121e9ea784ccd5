import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasUpdates } from '../store/rooms/kept-updates.ts';
import { checkMember } from './room/check-member.ts';
import { roomPerson } from './room/colours.ts';
import { type Caller, newMember, tell, tellStanding } from './room/member.ts';
import { type Due, type DueTimes, openDue } from './room/due.ts';
import { openRelay, type Relay } from './room/relay.ts';
import type { LiveAround, Room } from './room/room.ts';
import type { Seat } from './room/seat.ts';
import { standingOf } from './room/standing.ts';

/** The rooms of one process. */
export type Rooms = {
  /** Lets somebody in. @throws HindcastError `incident.not-found`, `access.denied` */
  enter: (caller: Caller, incident: string) => Promise<Seat>;
  /** Something happened to an incident, or (without one) to who may do what: its room looks. */
  noticed: (incidentId?: string) => void;
  /**
   * Writes to the record what was written in the room of an incident so far, whatever process took it.
   * @throws when it cannot be written: then the record must not be taken for current
   */
  settle: (incidentId: string) => Promise<void>;
  /** Writes everything to the record, sends everybody away to come back elsewhere. */
  close: () => Promise<void>;
};

/** How long things take, in ms: until a text is written to the record, until a room looks around, until it is put away, and so on. */
export type RoomTimes = DueTimes & { look: number; idle: number; beat: number };
const usual: RoomTimes = {
  pause: 2000,
  latest: 10_000,
  forOthers: 15_000,
  look: 10_000,
  idle: 60_000,
  beat: 20_000,
};

const closeWithinMs = 8000;
/** More are put together into one state while people still write. */
const mostUpdates = 1000;

const roomParts = () => import('./room/open-room.ts');
type Parts = Awaited<ReturnType<typeof roomParts>>;
type Open = { parts: Parts; room: Room; due: Due; idle?: NodeJS.Timeout; looking?: Promise<void>; again: boolean };

/** Makes the rooms of a process. Nothing is connected before somebody enters. */
export function openRooms(around: LiveAround, times: RoomTimes = usual): Rooms {
  const { database } = around;
  const rooms = new Map<string, Promise<Open>>();
  let closed = false;
  let ending: Promise<void> | undefined;
  let line: Relay | undefined;
  const failed = (message: string) => (error: unknown) => around.log.warn({ err: error }, message);

  const eachOpen = (work: (open: Open) => void, only?: string): void => {
    const chosen = only === undefined ? [...rooms.values()] : [rooms.get(only)];
    for (const opening of chosen) opening?.then(work, () => {});
  };
  const heard = {
    kept: (id?: string) =>
      eachOpen(({ room }) => void room.log.catchUp().catch(failed('a room could not be read')), id),
    presence: (id: string, people: Parameters<Relay['presence']>[1]) =>
      eachOpen(({ room }) => room.crowd.elsewhere(people), id),
  };
  const relay = (): Relay => (line ??= openRelay(database, randomUUID(), heard, around.log));

  const writeNow = async ({ parts, room, due }: Open): Promise<void> => {
    due.forget();
    try {
      await parts.writeRecord(around, room);
    } catch (error) {
      due.written();
      throw error;
    }
  };
  const write = (open: Open): Promise<void> =>
    writeNow(open).catch(failed('texts could not be written to the record; it is tried again'));
  const load = async (id: string): Promise<Open> => {
    const parts = await roomParts();
    const loaded: { open?: Open } = {};
    const room = await parts.loadRoom(around, id, {
      kept: () => relay().kept(id),
      presence: (people) => relay().presence(id, people),
      writtenElsewhere: () => loaded.open?.due.writtenElsewhere(),
    });
    await parts.bringChanges(around, room);
    const open: Open = (loaded.open = { parts, room, due: openDue(times, () => void write(open)), again: false });
    parts.forgetSame(room);
    // What an earlier process kept and did not come to write.
    if (room.touched.size > 0) open.due.now();
    return open;
  };
  const opened = (id: string): Promise<Open> => {
    const known = rooms.get(id);
    if (known !== undefined) return known;
    relay();
    const opening = load(id);
    rooms.set(id, opening);
    opening.catch(() => rooms.delete(id));
    return opening;
  };
  const unload = async (open: Open): Promise<void> => {
    const { room } = open;
    await open.looking;
    // Somebody came in meanwhile.
    if (room.members.size > 0 && !closed) return;
    rooms.delete(room.incidentId);
    clearTimeout(open.idle);
    await write(open);
    open.due.forget();
    await compact(room).catch(failed('a room could not be compacted'));
    room.doc.destroy();
  };
  /** Updates that are kept singly say that the record may lack something: they stay until it does not. See `settle`. */
  const compact = (room: Room): Promise<void> =>
    room.inTurn(() => room.log.compact(room.doc, () => room.touched.size === 0));
  const look = async (open: Open): Promise<void> => {
    const { parts, room } = open;
    room.crowd.forgetSilent(performance.now());
    await Promise.all([...room.members].map((member) => checkMember(database, room, member)));
    await room.log.catchUp();
    await parts.bringChanges(around, room);
    if (room.log.grown() > mostUpdates) await writeNow(open).then(() => compact(room));
  };
  /** Looks now, and once more when asked again meanwhile. */
  const lookNow = (open: Open): void => {
    if (closed) return;
    open.again = true;
    open.looking ??= (async () => {
      while (open.again) {
        open.again = false;
        await look(open).catch(failed('a room could not look what changed; it tries again'));
      }
      delete open.looking;
    })();
  };
  const timers = [
    setInterval(() => eachOpen(lookNow), times.look),
    setInterval(
      () => eachOpen(({ room }) => room.members.forEach((member) => tell(member, { type: 'beat' }))),
      times.beat,
    ),
  ];
  const leaveSoon = (open: Open): void => {
    const { members } = open.room;
    if (members.size > 0 || closed) return;
    clearTimeout(open.idle);
    open.idle = setTimeout(() => members.size === 0 && void unload(open), times.idle);
  };
  const emptied = (open: Open): void => {
    if (open.room.members.size === 0 && !closed) void write(open);
    leaveSoon(open);
  };
  const enter: Rooms['enter'] = async (caller, incident) => {
    const { incidentId, barrier } = await standingOf(database, caller.actor, incident);
    const opening = opened(incidentId);
    const open = await opening;
    // It was put away in the same moment.
    if (rooms.get(incidentId) !== opening) return enter(caller, incidentId);
    clearTimeout(open.idle);
    const member = newMember(caller, roomPerson(caller.actor), barrier);
    open.room.members.add(member);
    tellStanding(member);
    return open.parts.seatOf(open.room, member, {
      now: around.now,
      written: open.due.written,
      left: () => emptied(open),
    });
  };
  const settle: Rooms['settle'] = async (incidentId) => {
    if (ending !== undefined) return ending;
    if (!rooms.has(incidentId) && !(await hasUpdates(database, incidentId))) return;
    const open = await opened(incidentId);
    await open.room.log.catchUp();
    await writeNow(open);
    leaveSoon(open);
  };
  const end = async (): Promise<void> => {
    closed = true;
    for (const timer of timers) clearInterval(timer);
    const all = await Promise.allSettled(rooms.values());
    const open = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    for (const { room } of open) for (const member of room.members) member.close(1012, 'the server goes');
    // Without a database the end would be waited for in vain; what was not kept, the editors still have.
    await Promise.race([Promise.all(open.map(unload)), sleep(closeWithinMs, undefined, { ref: false })]);
    await line?.stop();
  };
  return {
    enter,
    settle,
    noticed: (incidentId) => eachOpen(lookNow, incidentId),
    close: () => (ending ??= end()),
  };
}
