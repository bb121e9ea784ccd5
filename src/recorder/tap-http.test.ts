import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { copiesTo } from './copies.ts';
import { handedOn, isFromHere } from './http-headers.ts';
import { tapHttp } from './tap-http.ts';

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** A server that answers with the body it got, and tells in headers what else it got. */
const echo = createServer((incoming, response) => {
  void bodyOf(incoming).then((body) => {
    const { method = '', url = '', headers } = incoming;
    const status = Number(headers['x-status'] ?? 200);
    const told = ['X-Seen', `${method} ${url} ${headers['x-own']} ${headers['content-length']} ${headers.host}`];
    const type = headers['content-type'] ?? 'application/octet-stream';
    response.writeHead(status, [...told, 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'Content-Type', type]);
    response.end(body);
  });
});
await new Promise<void>((resolve) => void echo.listen(0, '127.0.0.1', resolve));
after(() => (echo.close(), echo.closeAllConnections()));
const target = new URL(`http://127.0.0.1:${(echo.address() as AddressInfo).port}/mcp?x=1`);
const copies = copiesTo(() => undefined, new Int32Array(1));
const tap = await tapHttp({ host: '127.0.0.1', port: 0, target }, copies);
after(() => tap.close());

function ask(path: string, headers: Record<string, string>, body: Uint8Array) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port: tap.port, path, method: 'POST', headers });
    asking.on('error', reject).on('response', (answer) => {
      void bodyOf(answer).then((got) =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: got }),
      );
    });
    asking.end(body);
  });
}

test('bodies pass byte for byte in both directions, with status, path and headers', async () => {
  const types = fc.constantFrom('application/json', 'text/event-stream', 'image/png');
  const statuses = fc.constantFrom(200, 202, 400, 404, 500);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), types, statuses, async (bytes, type, status) => {
      const own = {
        'content-type': type,
        'x-own': 'mine',
        'x-status': String(status),
        connection: 'x-gone',
        'x-gone': '1',
      };
      const answer = await ask('/any/path?y=%20', { ...own, 'content-length': String(bytes.length) }, bytes);
      assert.equal(answer.status, status);
      assert.equal(answer.body.toString('hex'), Buffer.from(bytes).toString('hex'));
      assert.equal(answer.headers['x-seen'], `POST /any/path?y=%20 mine ${bytes.length} ${target.host}`);
      assert.deepEqual(answer.headers['set-cookie'], ['a=1', 'b=2']);
    }),
    { numRuns: 40 },
  );
});

test('20 MB pass in chunks, and the root is the target itself', async () => {
  const bytes = Buffer.alloc(20_000_000, 'ab\r\n');
  const answer = await ask('/', { 'transfer-encoding': 'chunked', 'content-type': 'application/json' }, bytes);
  assert.ok(answer.body.equals(bytes));
  assert.equal(answer.headers['x-seen'], `POST /mcp?x=1 undefined undefined ${target.host}`);
});

test('headers of the connection stay, all others are handed on in their order', () => {
  const raw = [
    'Host',
    'h',
    'X-A',
    '1',
    'Connection',
    'close, X-B',
    'X-B',
    '2',
    'x-a',
    '3',
    'Transfer-Encoding',
    'chunked',
  ];
  assert.deepEqual(handedOn(raw, ['host']), ['X-A', '1', 'x-a', '3']);
});

test('only programs here may ask, unless the tap is open to others', () => {
  assert.ok(isFromHere('localhost:4700', undefined, false));
  assert.ok(isFromHere('[::1]:4700', 'http://localhost:6274', false));
  assert.ok(!isFromHere('rebound.example:4700', undefined, false));
  assert.ok(!isFromHere('127.0.0.1:4700', 'https://evil.example', false));
  assert.ok(!isFromHere(undefined, undefined, false));
  assert.ok(isFromHere('tap.internal:4700', undefined, true));
  assert.ok(!isFromHere('tap.internal:4700', 'https://evil.example', true));
});
