import { after, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { WebSocket as NodeSocket } from 'ws';
import type { RoomTimes } from '../../src/live/index.ts';
import type { Surroundings } from '../../src/http/surroundings.ts';
import type { TextEdits } from '../../src/operations/part/text-edits.ts';
import { startSequencer } from '../../src/store/ledger/sequencer.ts';
import { openRoom } from '../../web/live/open-room.ts';
import type { LiveRoom, LocalStore } from '../../web/live/room.ts';
import { listeningServer } from '../server/listening.ts';
import type { Caller, TestServer } from '../server/server.ts';

/** Waits until something is so. @throws when it never is */
export async function until(what: string, holds: () => unknown, withinMs = 5000): Promise<void> {
  for (const endMs = performance.now() + withinMs; !(await holds());) {
    if (performance.now() > endMs) throw new Error(`never: ${what}`);
    await sleep(3);
  }
}

/** A socket as the browser has one, with the credentials of somebody. */
export const socketOf =
  ({ credentials }: Caller, origin: string) =>
  (url: string): WebSocket => {
    const headers = { ...credentials, ...('cookie' in credentials ? { origin } : {}) };
    return new NodeSocket(url, { headers }) as unknown as WebSocket;
  };

export type Written = {
  actor: string;
  subject: string;
  authors: string[];
  set: Record<string, string | null>;
  edits: Record<string, TextEdits>;
  /** Of what the ledger keeps of it. */
  bytes: number;
};

export type LiveServer = TestServer & {
  /** A new incident with this record's summary. */
  incident: (by: Caller, text?: string) => Promise<string>;
  /** Somebody opens a room; left after the test. */
  room: (context: TestContext, by: Caller, incident: string, store?: LocalStore) => LiveRoom;
  /** A room whose server is not there before `connect`. */
  offlineRoom: (
    context: TestContext,
    by: Caller,
    incident: string,
    store: LocalStore,
  ) => { room: LiveRoom; connect: () => void };
  summary: (by: Caller, incident: string) => Promise<string | undefined>;
  /** What the ledger says was written in the room of an incident, in order. */
  written: (incident: string) => Promise<Written[]>;
};

/** A whole server with its ledger numbered, and rooms to open. */
export async function liveServer(over: Partial<Surroundings> = {}, times?: RoomTimes): Promise<LiveServer> {
  const server = await listeningServer(over, times);
  const sequencer = startSequencer(server.around.database, { everyMs: 10, log: pino({ level: 'silent' }) });
  after(() => sequencer.stop());
  return {
    ...server,
    person: async (role, name) => {
      const caller = await server.person(role, name);
      const { origin } = server.around;
      return { ...caller, call: (method, path, body) => caller.call(method, path, body, { origin }) };
    },
    incident: async (by, text) => {
      const { json } = await by.call('POST', '/incidents', { title: 'Checkout down', template: 'enterprise' });
      const id = String(json['id']);
      if (text !== undefined) {
        const { status, text: said } = await by.call('PATCH', `/incidents/${id}/record/summary`, {
          set: { text },
          seen: 0,
        });
        if (status !== 200) throw new Error(said);
      }
      return id;
    },
    room: (context, by, incident, store) => {
      const { origin } = server.around;
      const room = openRoom(incident, {
        person: by.personId,
        origin,
        store: store ?? null,
        socket: socketOf(by, origin),
        mostDelayMs: 200,
      });
      context.after(() => room.close());
      return room;
    },
    offlineRoom: (context, by, incident, store) => {
      const { origin } = server.around;
      const make = socketOf(by, origin);
      let there = false;
      const room = openRoom(incident, {
        person: by.personId,
        origin,
        store,
        socket: (url) => make(there ? url : 'ws://127.0.0.1:1/'),
        mostDelayMs: 100,
      });
      context.after(() => room.close());
      return { room, connect: () => void (there = true) };
    },
    written: async (incident) => {
      const { rows } = await server.around.database.query<{ actor: string; subject: string; payload: string }>({
        text: "select actor, subject, payload from entry where incident_id = $1 and operation = 'prose.write' order by id",
        values: [incident],
      });
      return rows.map(({ payload, ...row }) => ({
        ...row,
        ...(JSON.parse(payload) as { input: Omit<Written, 'bytes'> }).input,
        bytes: Buffer.byteLength(payload),
      }));
    },
    summary: async (by, incident) => {
      const { json } = await by.call('GET', `/incidents/${incident}`);
      return (json['record'] as unknown as { summary?: { text?: string } })?.summary?.text;
    },
  };
}

/** The text of the summary in a room. */
export const summaryOf = (room: LiveRoom): string => room.text('summary.text').toString();
