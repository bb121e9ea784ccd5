import * as Y from 'yjs';
import { frame, kinds } from '../protocol.ts';
import { type Member, sendTo } from './member.ts';

/** What goes to the members of a room. */
export type Outbox = { add: (update: Uint8Array, from: Member | undefined) => void };

/** In a full room what comes within so many milliseconds goes out together: each message is sent to everybody. */
const fullRoom = 12;
const gatherMs = 8;

/** Sends updates on at once; those that come in the same moment as one. */
export function openOutbox(members: ReadonlySet<Member>): Outbox {
  let waiting: { update: Uint8Array; from: Member | undefined }[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    const [first] = group;
    if (first === undefined) return;
    const sole = group.every(({ from }) => from === first.from) ? first.from : undefined;
    const merged = group.length === 1 ? first.update : Y.mergeUpdates(group.map(({ update }) => update));
    const message = frame(kinds.update, merged);
    for (const member of members) if (member.synced && member !== sole) sendTo(member, message);
  };
  return {
    add: (update, from) => {
      if (waiting.push({ update, from }) > 1) return;
      if (members.size > fullRoom) setTimeout(flush, gatherMs);
      else setImmediate(flush);
    },
  };
}
