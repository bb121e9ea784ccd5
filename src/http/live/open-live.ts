import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { freshBytes } from '../../operations/fresh-bytes.ts';
import { WebSocketServer } from 'ws';
import { liveVersion, mostMessageBytes, openRooms, type RoomTimes, settleAll } from '../../live/index.ts';
import type { Actor } from '../../operations/access/actor.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';
import { defaultAccess } from '../access-settings.ts';
import { actorOf, type Credentials } from '../actor-of.ts';
import { addressOf } from '../client-address.ts';
import { requestLimit } from '../request-limit.ts';
import type { Surroundings } from '../surroundings.ts';
import { holdLine } from './hold-line.ts';
import { upgradeCredentials } from './upgrade-credentials.ts';
import { watchLedger } from './watch-ledger.ts';

/** Prose that several people write at once, over WebSocket at `/api/v1/incidents/{incident}/live`. */
export type Live = {
  /** Answers an `upgrade` of an HTTP server. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Writes to the record what is being written in the room of an incident, in whatever process. */
  settle: (incidentId: string) => Promise<void>;
  /** The same for all incidents whose record may lack something; what fails is tried again when somebody reads or writes there. */
  settleAll: () => Promise<void>;
  /** Writes to the record what is to be written and ends all lines; before a server waits for its connections. */
  close: () => Promise<void>;
};

const place = /^\/api\/v1\/incidents\/([\w-]{1,40})\/live(?:\?(.{0,200}))?$/;

/** Refuses an upgrade as HTTP does. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** What an operation stands on when a room calls it: no templates, since prose is written the same in all of them. */
const contextOf =
  (around: Surroundings) =>
  (actor: Actor): StoredContext => ({
    now: around.now(),
    config: around.config,
    templates: [],
    actor,
    database: around.database,
    evidence: around.evidence,
    newId: () => randomUUID(),
    random: freshBytes,
    origin: around.origin,
  });

/** Opens the rooms of this process. */
export function openLive(around: Surroundings, times?: RoomTimes): Live {
  const { database, now, log, access = defaultAccess } = around;
  const rooms = openRooms({ database, log, now, context: contextOf(around) }, times);
  let watching: ReturnType<typeof watchLedger> | undefined;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostMessageBytes + 1, perMessageDeflate: false });
  const take = requestLimit(access.requestsPerMinute);

  const admit = async (credentials: Credentials): Promise<Actor | undefined> =>
    actorOf(database, credentials, now()).catch(() => undefined);
  return {
    upgrade: (request, socket, head) => {
      // A connection that is cut before it is a WebSocket has nobody else to hear of it.
      socket.on('error', () => socket.destroy());
      const [, incident, query] = place.exec(request.url ?? '') ?? [];
      if (incident === undefined) return refuse(socket, '404 Not Found');
      const credentials = upgradeCredentials(request, around.origin);
      if (credentials === undefined) return refuse(socket, '403 Forbidden');
      try {
        take(`address:${addressOf(request, access.trustedProxies)}`, performance.now());
      } catch {
        return refuse(socket, '429 Too Many Requests');
      }
      // Nobody listens before somebody writes.
      watching ??= watchLedger(around.feed, database, rooms.noticed, log);
      const outdated = new URLSearchParams(query).get('version') !== String(liveVersion);
      sockets.handleUpgrade(request, socket, head, (line) =>
        holdLine(line, { rooms, incident, outdated, log, admit: () => admit(credentials) }),
      );
    },
    settle: rooms.settle,
    settleAll: () =>
      settleAll(rooms, database).catch((error: unknown) => {
        log.warn({ err: error }, 'what was written before the start could not be brought to the record');
      }),
    close: async () => {
      watching?.stop();
      await rooms.close();
      for (const line of sockets.clients) line.terminate();
    },
  };
}
