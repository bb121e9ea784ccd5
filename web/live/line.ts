import { type ClientMessage, frame, type ServerMessage } from '../../src/live/protocol.ts';

/** What comes over a line, and what happens to it. */
export type LineEvents = {
  opened: () => void;
  bytes: (kind: number, bytes: Uint8Array) => void;
  message: (message: ServerMessage) => void;
  /** The line is down; `code` is the reason the server gave. The result says whether to try again. */
  closed: (code: number) => boolean;
};

/** A connection that is made again whenever it is lost. */
export type Line = {
  send: (kind: number, bytes: Uint8Array) => void;
  say: (message: ClientMessage) => void;
  close: () => void;
};

const firstDelayMs = 200;
/** The server is heard from every 20 s; a line on which nothing comes for so long is dead, whatever the socket says. */
const silentMs = 50_000;
/** A connection that is not made by then is tried anew: some networks swallow packets without a word. */
const openWithinMs = 5000;
const openValue = 1;

type Moment = { clockMs: number; awakeMs: number };
const now = (): Moment => ({ clockMs: Date.now(), awakeMs: performance.now() });
/** How long ago that was: the one clock may be set back, the other stands still while a laptop sleeps. */
const sinceMs = ({ clockMs, awakeMs }: Moment): number => Math.max(Date.now() - clockMs, performance.now() - awakeMs);

/** Keeps a line to the server. Nobody tries at the same moment as all others: delays are drawn by lot. */
export function openLine(make: () => WebSocket, on: LineEvents, mostDelayMs: number): Line {
  let socket: WebSocket | undefined;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;
  let heard = now();
  let done = false;

  const later = (): void => {
    const most = Math.min(mostDelayMs, firstDelayMs * 2 ** tries);
    tries = Math.min(tries + 1, 20);
    timer = setTimeout(connect, most * (0.5 + Math.random() / 2));
  };
  const ended = (own: WebSocket, code: number): void => {
    if (own !== socket) return;
    clearTimeout(slow);
    socket = undefined;
    if (on.closed(code) && !done) later();
  };
  const giveUp = (own: WebSocket): void => {
    ended(own, 1006);
    own.close();
  };
  const connect = (): void => {
    clearTimeout(timer);
    if (done || socket !== undefined) return;
    let own: WebSocket;
    try {
      own = make();
    } catch {
      // Some browsers throw where a policy or a wrong address forbids the connection.
      if (on.closed(1006)) later();
      return;
    }
    socket = own;
    heard = now();
    own.binaryType = 'arraybuffer';
    own.addEventListener('open', () => {
      if (own === socket) on.opened();
    });
    own.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (own !== socket) return;
      heard = now();
      tries = 0;
      if (typeof data === 'string') on.message(JSON.parse(data) as ServerMessage);
      else on.bytes(new Uint8Array(data, 0, 1)[0] ?? 0, new Uint8Array(data, 1));
    });
    slow = setTimeout(() => {
      if (own.readyState !== openValue) giveUp(own);
    }, openWithinMs);
    own.addEventListener('close', ({ code }) => ended(own, code));
    own.addEventListener('error', () => {});
  };
  const watch = setInterval(() => {
    if (socket !== undefined && sinceMs(heard) > silentMs) giveUp(socket);
  }, 10_000);
  const again = (): void => {
    tries = 0;
    connect();
  };
  globalThis.addEventListener?.('online', again);
  connect();
  const ready = () => socket !== undefined && socket.readyState === openValue;
  return {
    send: (kind, bytes) => {
      if (ready()) socket?.send(frame(kind, bytes));
    },
    say: (message) => {
      if (ready()) socket?.send(JSON.stringify(message));
    },
    close: () => {
      done = true;
      clearTimeout(timer);
      clearTimeout(slow);
      clearInterval(watch);
      globalThis.removeEventListener?.('online', again);
      socket?.close(1000);
      socket = undefined;
    },
  };
}
