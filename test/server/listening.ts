import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { type Live, openLive } from '../../src/http/live/open-live.ts';
import type { RoomTimes } from '../../src/live/index.ts';
import type { Surroundings } from '../../src/http/surroundings.ts';
import { type TestServer, testServer } from './server.ts';

/** A whole server on a free port of this machine: for browsers, and for what only a connection shows. */
export async function listeningServer(over: Partial<Surroundings> = {}, times?: RoomTimes): Promise<TestServer> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  after(() => {
    http.close();
    http.closeAllConnections();
  });
  const rooms: { live?: Live } = {};
  // Before the database that rooms write to is closed.
  after(() => rooms.live?.close());
  const { port } = http.address() as AddressInfo;
  const server = await testServer({
    origin: `http://localhost:${port}`,
    settle: async (incidentId) => rooms.live?.settle(incidentId),
    ...over,
  });
  rooms.live = openLive(server.around, times);
  http.on('upgrade', rooms.live.upgrade);
  http.on('request', getRequestListener(server.app.fetch));
  return server;
}
