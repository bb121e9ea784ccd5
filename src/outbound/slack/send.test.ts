import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { sendSlack } from './send.ts';

type Seen = { path: string; headers: IncomingHttpHeaders; body: string };
let answer: (response: ServerResponse, path: string) => void;
const seen: Seen[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = request.url ?? '';
  seen.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
  answer(response, path);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => server.close());

const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const message = { text: 'AI-001 is due', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'AI-001' } }] };
const hook = () => sendSlack({ by: 'webhook', url: `${origin}/services/T/B/X` }, message);
const app = { by: 'token', api: `${origin}/api`, token: 'xoxb-1' } as const;
const said = (json: object) => (response: ServerResponse) => void response.end(JSON.stringify(json));

test('an incoming webhook takes text and blocks', async () => {
  answer = (response) => response.end('ok');
  assert.deepEqual(await hook(), { end: 'sent' });
  assert.deepEqual(JSON.parse((seen.at(-1) as Seen).body), message);
});

test('a limit is waited for, a channel that is gone is not', async () => {
  answer = (response) => response.writeHead(429, { 'retry-after': '3' }).end();
  assert.deepEqual(await hook(), { end: 'again', problem: 'Slack answered 429', afterMs: 3000, away: true });
  answer = (response) => response.writeHead(404).end('no_service');
  assert.deepEqual(await hook(), { end: 'refused', problem: 'Slack answered 404: no_service' });
});

test('a message whose answer is lost may have been posted', async () => {
  answer = (response) => response.destroy();
  assert.equal((await hook()).end, 'unknown');
  answer = (response) => response.writeHead(504).end();
  assert.equal((await hook()).end, 'unknown');
});

test('an app posts into a thread and says what it posted', async () => {
  answer = said({ ok: true, ts: '1700000000.0001' });
  assert.deepEqual(await sendSlack({ ...app, channel: '#incidents', thread: '1.2' }, message), {
    end: 'sent',
    as: '1700000000.0001',
  });
  const { path, headers, body } = seen.at(-1) as Seen;
  assert.equal(path, '/api/chat.postMessage');
  assert.equal(headers.authorization, 'Bearer xoxb-1');
  assert.equal((JSON.parse(body) as { thread_ts: string }).thread_ts, '1.2');
  answer = said({ ok: false, error: 'channel_not_found' });
  assert.equal((await sendSlack({ ...app, channel: '#gone' }, message)).end, 'refused');
  answer = said({ ok: false, error: 'fatal_error' });
  assert.equal((await sendSlack({ ...app, channel: '#some' }, message)).end, 'unknown');
});

test('a person is found by the e-mail address', async () => {
  answer = (response, path) =>
    response.end(JSON.stringify(path.endsWith('lookupByEmail') ? { ok: true, user: { id: 'U1' } } : { ok: true }));
  assert.deepEqual(await sendSlack({ ...app, email: 'ana@example.org' }, message), { end: 'sent' });
  assert.equal((JSON.parse((seen.at(-1) as Seen).body) as { channel: string }).channel, 'U1');
  answer = said({ ok: false, error: 'users_not_found' });
  assert.equal((await sendSlack({ ...app, email: 'bob@example.org' }, message)).end, 'refused');
});
