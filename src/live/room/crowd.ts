import type { ClientMessage, Presence } from '../protocol.ts';
import { type Member, tell } from './member.ts';

/** Who is in a room and where their cursors are, in this process and in others. */
export type Crowd = {
  /** A member says where it is. */
  moved: (member: Member, message: ClientMessage & { type: 'presence' }) => void;
  left: (member: Member) => void;
  /** What another process tells of its members. */
  elsewhere: (people: Presence[]) => void;
  everybody: () => Presence[];
  /** Forgets those of other processes that were not heard of for long. */
  forgetSilent: (nowMs: number) => void;
};

type Place = Presence & { member: Member | undefined; heardMs: number };

/** Movements of so many milliseconds go out together. */
const gatherMs = 25;
/** Editors say every 15 s that they are there. */
const silentMs = 40_000;
const mostCursorBytes = 2000;
const mostIds = 3;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Keeps the presence of a room; `relay` tells other processes of the members of this one. */
export function openCrowd(members: ReadonlySet<Member>, relay: (people: Presence[]) => void): Crowd {
  const places = new Map<number, Place>();
  const changed = new Map<number, Presence>();
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    timer = undefined;
    const people = [...changed.values()];
    changed.clear();
    for (const member of members) if (member.synced) tell(member, { type: 'presence', people });
    const own = people.filter(({ id, state }) => state === null || places.get(id)?.member !== undefined);
    if (own.length > 0) relay(own);
  };
  const show = (presence: Presence): void => {
    changed.set(presence.id, presence);
    timer ??= setTimeout(flush, gatherMs);
  };
  const remove = (id: number): void => {
    const place = places.get(id);
    if (place === undefined) return;
    places.delete(id);
    place.member?.ids.delete(id);
    show({ id, clock: place.clock + 1, state: null });
  };
  return {
    moved: (member, { id, clock, cursor, gone }) => {
      if (!isCount(id) || !isCount(clock) || JSON.stringify(cursor ?? null).length > mostCursorBytes) return;
      const place = places.get(id);
      // An id says nothing about who sends it: nobody moves somebody else's cursor.
      if (place !== undefined && place.member !== member) return;
      if (gone === true) return remove(id);
      if (!member.ids.has(id) && member.ids.size >= mostIds) for (const old of member.ids) remove(old);
      member.ids.add(id);
      const state = { user: member.person, cursor: cursor ?? null };
      places.set(id, { id, clock, state, member, heardMs: performance.now() });
      show({ id, clock, state });
    },
    left: (member) => {
      for (const id of member.ids) remove(id);
    },
    elsewhere: (people) => {
      for (const presence of people) {
        const { id, state } = presence;
        if (places.get(id)?.member !== undefined) continue;
        if (state === null) places.delete(id);
        else places.set(id, { ...presence, member: undefined, heardMs: performance.now() });
        changed.set(id, presence);
      }
      timer ??= setTimeout(flush, gatherMs);
    },
    everybody: () => [...places.values()].map(({ id, clock, state }) => ({ id, clock, state })),
    forgetSilent: (nowMs) => {
      for (const { id, member, heardMs } of places.values())
        if (member === undefined && nowMs - heardMs > silentMs) remove(id);
    },
  };
}
