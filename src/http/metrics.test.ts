import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../test/server/server.ts';
import { createApp } from './app.ts';
import { defaultAccess } from './access-settings.ts';

const server = await testServer();
const watched = { readiness: async () => [], readings: [{ name: 'hindcast_answer', help: 'x', read: () => 42 }] };
const app = createApp(server.around, watched);

/** Asks as from that address of the network. */
const ask = async (remoteAddress: string, headers: Record<string, string> = {}, of = app) =>
  of.request(
    '/metrics',
    { headers: { host: 'localhost:4600', ...headers } },
    { incoming: { socket: { remoteAddress } } },
  );
const codeOf = async (answer: Promise<Response>) => {
  const response = await answer;
  return [response.status, ((await response.json()) as { code: string }).code];
};

test('a program on this machine reads the metrics, with requests by route', async () => {
  await app.request('/api/v1/incidents/INC-1');
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    const text = await (await ask(address)).text();
    assert.match(text, /^hindcast_answer 42$/m);
    assert.match(
      text,
      /hindcast_requests_total\{method="GET",route="\/api\/v1\/incidents\/:incident",status="401"\} 1/,
    );
  }
});

test('nobody else does without signing in: from elsewhere, through a proxy, or by a foreign name', async () => {
  for (const [address, headers] of [
    ['10.1.2.3', {}],
    ['', {}],
    ['127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }],
    ['127.0.0.1', { forwarded: 'for=203.0.113.9' }],
    ['127.0.0.1', { host: 'rebound.example' }],
  ] as const)
    assert.deepEqual(await codeOf(ask(address, headers)), [401, 'access.unknown'], address + JSON.stringify(headers));
});

test('a token that has nothing but this scope reads them, and does nothing else', async () => {
  const scraper = await server.token('admin', ['metrics.see']);
  assert.equal((await ask('10.1.2.3', scraper.credentials)).status, 200);
  assert.equal((await scraper.call('GET', '/incidents')).status, 403);
  for (const other of [await server.token('admin', ['incident.see']), await server.token('editor', ['metrics.see'])])
    assert.deepEqual(await codeOf(ask('10.1.2.3', other.credentials)), [403, 'access.denied']);
});

test('open metrics are open', async () => {
  const open = createApp({ ...server.around, access: { ...defaultAccess, metrics: 'open' } }, watched);
  assert.equal((await ask('10.1.2.3', {}, open)).status, 200);
});
