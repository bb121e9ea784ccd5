import type { WebSocket } from 'ws';
import { closeCodes, type Rooms, type Seat } from '../../live/index.ts';
import type { ClientMessage } from '../../live/protocol.ts';
import type { Actor } from '../../operations/access/actor.ts';
import { actorName } from '../../operations/access/actor.ts';
import { HindcastError } from '../../operations/errors.ts';
import { allowance } from './allowance.ts';

type Entry = {
  rooms: Rooms;
  incident: string;
  /** The page is older than this server. */
  outdated: boolean;
  /** Who it is now; undefined when nobody we know. */
  admit: () => Promise<Actor | undefined>;
  log: { warn: (details: object, message: string) => void };
};

/** Lines one person or token may have at once: windows and machines. */
const mostLines = 40;
const lines = new Map<string, number>();

const pingEveryMs = 25_000;
/** Messages that may come before the room is loaded. */
const mostEarly = 50;

/** Looks after one line: who is at its other end, what comes, and that it is still there. */
export function holdLine(line: WebSocket, { rooms, incident, outdated, admit, log }: Entry): void {
  let seat: Seat | undefined;
  let alive = true;
  let caller = '';
  const early: { data: Buffer; binary: boolean }[] = [];
  const allowed = allowance();
  const end = (code: number, reason: string): void => {
    line.close(code, reason);
    // Who does not answer the farewell is cut off.
    setTimeout(() => line.terminate(), 2000).unref();
  };
  const take = ({ data, binary }: { data: Buffer; binary: boolean }): void => {
    if (!allowed(data.length, performance.now())) return end(closeCodes.tooFast, 'too much in too short a time');
    if (seat === undefined) {
      if (early.push({ data, binary }) > mostEarly) end(closeCodes.tooFast, 'too much before the answer');
      return;
    }
    try {
      if (binary) seat.bytes(data);
      else seat.message(JSON.parse(data.toString('utf8')) as ClientMessage);
    } catch {
      end(closeCodes.fault, 'no message of a room');
    }
  };
  const ping = setInterval(() => {
    if (!alive) return line.terminate();
    alive = false;
    line.ping();
  }, pingEveryMs);
  line.on('pong', () => (alive = true));
  line.on('error', () => line.terminate());
  line.on('message', (data: Buffer, binary: boolean) => {
    alive = true;
    if (line.readyState === line.OPEN) take({ data, binary });
  });
  line.on('close', () => {
    clearInterval(ping);
    seat?.left();
    const left = (lines.get(caller) ?? 1) - 1;
    if (left > 0) lines.set(caller, left);
    else lines.delete(caller);
  });
  const enter = async (): Promise<void> => {
    if (outdated) return end(closeCodes.outdated, 'load the page again');
    const actor = await admit();
    if (actor === undefined) return end(closeCodes.signedOut, 'not signed in');
    if (line.readyState !== line.OPEN) return;
    caller = actorName(actor);
    lines.set(caller, (lines.get(caller) ?? 0) + 1);
    if ((lines.get(caller) ?? 0) > mostLines) return end(closeCodes.tooFast, `more than ${mostLines} rooms at once`);
    const entered = await rooms.enter(
      {
        actor,
        check: admit,
        send: (data) => line.send(data),
        backlog: () => line.bufferedAmount,
        close: end,
      },
      incident,
    );
    if (line.readyState !== line.OPEN) return entered.left();
    seat = entered;
    for (const message of early.splice(0)) take(message);
  };
  enter().catch((error: unknown) => {
    if (error instanceof HindcastError)
      return error.code === 'access.denied'
        ? end(closeCodes.denied, 'no access to this incident')
        : end(closeCodes.gone, 'no such incident');
    log.warn({ err: error }, 'a room could not be opened');
    end(1011, 'the server could not open the room; try again');
  });
}
