import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { HindcastError, reasonOf } from '../../operations/errors.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A port that is listened on, and who answers there. */
export type Listener = {
  port: number;
  /** Hands requests to somebody from now on; before, they are told to come again. */
  answerWith: (handler: Handler) => void;
  /** Hands requests for another protocol to somebody; before, they are answered like any other. */
  upgradeWith: (handler: (request: IncomingMessage, socket: Duplex, head: Buffer) => void) => void;
  /** Takes no new connection and waits for the requests that run. Answers how many were cut off after `patienceMs`. */
  drain: (patienceMs: number) => Promise<number>;
  /** Cuts off what `drain` waits for. */
  hurry: () => void;
};

const notYet: Handler = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/plain' }).end('Hindcast is starting.\n');
};

/** Proxies keep connections for up to a minute; closing first would fail a request that they send at that moment. */
const keepAliveMs = 65_000;

/** An upload of 1 GiB at 2.4 Mbit/s. Headers have to be there within a minute, and silent uploads end by themselves. */
const requestMs = 3_600_000;

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another program listens there' : reasonOf(error);
      reject(new HindcastError('server.port', { port: String(port), reason }));
    });
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
}

/** Listens on a port; 0 takes a free one. @throws HindcastError `server.port` */
export async function openListener(port: number, host?: string): Promise<Listener> {
  let handler = notYet;
  let running = 0;
  let stopping = false;
  const server = createServer((request, response) => {
    running += 1;
    response.once('close', () => (running -= 1));
    // A connection that is kept would bring the next request to a server that goes.
    if (stopping) response.setHeader('Connection', 'close');
    handler(request, response);
  });
  server.keepAliveTimeout = keepAliveMs;
  server.requestTimeout = requestMs;
  await listen(server, port, host);
  const hurry = () => server.closeAllConnections();
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: (next) => (handler = next),
    upgradeWith: (next) => void server.on('upgrade', next),
    hurry,
    drain: async (patienceMs) => {
      stopping = true;
      let cutOff = 0;
      const late = setTimeout(() => {
        cutOff = running;
        hurry();
      }, patienceMs);
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(late);
      clearInterval(idle);
      return cutOff;
    },
  };
}
