import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { isPublicAddress } from '../public-address.ts';
import { sendWebhook } from './send.ts';

type Seen = { headers: IncomingHttpHeaders; body: string };
let answer: (response: ServerResponse) => void = (response) => response.end();
const seen: Seen[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
  answer(response);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => server.close());

const key = Buffer.from('a key of at least twenty-four bytes');
const secret = `whsec_${key.toString('base64')}`;
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
const send = (over: object = {}) =>
  sendWebhook({ url, secret, id: 'msg_1', body: '{"type":"x"}', publicOnly: false, ...over }, 1_700_000_000_900);

test('a receiver that follows Standard Webhooks can check it', async () => {
  assert.deepEqual(await send(), { end: 'sent' });
  const { headers, body } = seen.at(-1) as Seen;
  assert.equal(headers['webhook-id'], 'msg_1');
  assert.equal(headers['webhook-timestamp'], '1700000000');
  const expected = createHmac('sha256', key).update(`msg_1.1700000000.${body}`).digest('base64');
  assert.equal(headers['webhook-signature'], `v1,${expected}`);
});

test('what comes back decides: again after the time it names, or never', async () => {
  answer = (response) => response.writeHead(503, { 'retry-after': '7' }).end('later');
  assert.deepEqual(await send(), { end: 'again', problem: 'it answered 503: later', afterMs: 7000 });
  answer = (response) => response.writeHead(410).end();
  assert.equal((await send()).end, 'refused');
  answer = (response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
  assert.equal((await send()).end, 'refused');
});

test('an answer that is cut off, or longer than anybody needs, does no harm', async () => {
  answer = (response) => response.destroy();
  assert.equal((await send()).end, 'again');
  answer = (response) => response.end('x'.repeat(500_000));
  assert.equal((await send()).end, 'sent');
});

test('an address that a stranger typed reaches no private network, by whatever name', async () => {
  const reached = seen.length;
  for (const address of [url, url.replace('127.0.0.1', 'localhost'), url.replace('127.0.0.1', '[::ffff:7f00:1]')])
    assert.equal((await send({ url: address, publicOnly: true })).end, 'refused', address);
  assert.equal(seen.length, reached);
  for (const open of ['8.8.8.8', '2606:4700::1111']) assert.ok(isPublicAddress(open), open);
  for (const closed of ['10.1.2.3', '169.254.169.254', '::1', 'fd00::1', '::ffff:192.168.0.1', '64:ff9b::a00:1'])
    assert.ok(!isPublicAddress(closed), closed);
});
