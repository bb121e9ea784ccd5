import assert from 'node:assert/strict';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getRequestListener } from '@hono/node-server';
import pino from 'pino';
import { enterMany } from '../../../test/server/enter.ts';
import { testServer } from '../../../test/server/server.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';

const server = await testServer();
const { database, feed } = server.around;
const sequencer = startSequencer(database, { everyMs: 10, log: pino({ level: 'silent' }) });
after(() => sequencer.stop());
const ann = await server.person('admin', 'Ann');
const listening = createServer(getRequestListener(server.app.fetch, { overrideGlobalObjects: false })).listen(
  0,
  '127.0.0.1',
);
after(() => listening.close());
await sleep(10);
const { port } = listening.address() as AddressInfo;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Megabytes of buffers that something still holds. */
function heldMb(): number {
  collect();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return (arrayBuffers + heapUsed) / 1e6;
}

const opened = (query = ''): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: `/api/v1/feed${query}`, headers: ann.credentials }, resolve).on(
      'error',
      reject,
    );
  });

test('over a socket events arrive as they come, and a reader that stops reading holds no memory in the server', async () => {
  const quick = await opened();
  const stopped = await Promise.all(Array.from({ length: 10 }, () => opened()));
  for (const response of stopped) response.pause();
  const got = { events: 0 };
  quick.setEncoding('utf8').on('data', (text: string) => (got.events += text.split('data:').length - 1));
  const beforeMb = heldMb();
  for (let batch = 0; batch < 10; batch += 1) await enterMany(database, 1000, 2000);
  for (const endMs = performance.now() + 10_000; got.events < 10_000 && performance.now() < endMs;) await sleep(20);
  assert.equal(got.events, 10_000);
  const grownMb = heldMb() - beforeMb;
  // Ten readers times 25 MB of events would be 250.
  assert.ok(grownMb < 60, `${Math.round(grownMb)} MB more`);
  for (const response of [quick, ...stopped]) response.destroy();
});

test('closing the feed ends the streams, so that a server can stop', async () => {
  const streams = await Promise.all(Array.from({ length: 20 }, () => opened()));
  const ends = streams.map(
    (stream) => new Promise((resolve) => stream.resume().on('end', resolve).on('error', resolve)),
  );
  await feed.close();
  await Promise.all(ends);
});
