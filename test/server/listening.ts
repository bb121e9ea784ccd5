import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import type { Surroundings } from '../../src/http/surroundings.ts';
import { type TestServer, testServer } from './server.ts';

/** A whole server on a free port of this machine: for browsers, and for what only a connection shows. */
export async function listeningServer(over: Partial<Surroundings> = {}): Promise<TestServer> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  after(() => {
    http.close();
    http.closeAllConnections();
  });
  const { port } = http.address() as AddressInfo;
  const server = await testServer({ origin: `http://localhost:${port}`, ...over });
  http.on('request', getRequestListener(server.app.fetch, { overrideGlobalObjects: false }));
  return server;
}
