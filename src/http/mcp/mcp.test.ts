import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { listeningServer } from '../../../test/server/listening.ts';
import type { Caller } from '../../../test/server/server.ts';
import { mostBodyBytes } from '../input-of.ts';

let clock = Date.now();
const server = await listeningServer({ now: () => new Date(clock).toISOString() });
const { origin, database } = server.around;
const agent = await server.token('editor');

type Sent = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

/** One request with any Host: `fetch` sets its own. */
function send(
  caller: Caller | undefined,
  headers: Record<string, string> = {},
  body: unknown = list,
  query = '',
): Promise<Sent> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin.replace('localhost', '127.0.0.1')}/mcp${query}`,
      {
        method: 'POST',
        headers: {
          host: new URL(origin).host,
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...caller?.credentials,
          ...headers,
        },
      },
      (response) => {
        let whole = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (whole += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: whole }));
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

test('without a token nobody is let in, and the answer says where the resource is described', async () => {
  const { status, headers } = await send(undefined);
  assert.equal(status, 401);
  const metadata = `${origin}/.well-known/oauth-protected-resource/mcp`;
  assert.equal(headers['www-authenticate'], `Bearer resource_metadata="${metadata}"`);
  for (const address of [metadata, `${origin}/.well-known/oauth-protected-resource`]) {
    const described = (await (await fetch(address)).json()) as Record<string, unknown>;
    assert.equal(described['resource'], `${origin}/mcp`);
    assert.deepEqual(described['bearer_methods_supported'], ['header']);
    assert.ok((described['scopes_supported'] as string[]).includes('incident.propose'));
  }
});

test('a wrong, an ended and an expired token are refused, and so is a session of a browser', async () => {
  const wrong = await send({ ...agent, credentials: { authorization: 'Bearer hct_nothing-of-the-kind' } });
  assert.equal(wrong.status, 401);
  assert.match(String(wrong.headers['www-authenticate']), /error="invalid_token"/);
  const ended = await server.token('editor');
  assert.equal((await send(ended)).status, 200);
  await database.query({ text: 'update token set revoked_at = now() where person_id = $1', values: [ended.personId] });
  assert.equal((await send(ended)).status, 401);
  const person = await server.person('owner');
  assert.equal((await send(person)).status, 401);
  const late = await server.token('editor');
  clock += 2 * 3_600_000;
  try {
    assert.equal((await send(late)).status, 401);
  } finally {
    clock -= 2 * 3_600_000;
  }
});

test('a page of another site is refused by its Host or its Origin, even with a token', async () => {
  assert.equal((await send(agent, { host: 'evil.example.com' })).status, 403);
  assert.equal((await send(agent, { origin: 'https://evil.example.com' })).status, 403);
  assert.equal((await send(agent, { origin: 'null' })).status, 403);
  assert.equal((await send(agent, { origin })).status, 200);
  assert.equal((await send(agent, { host: '127.0.0.1:80' })).status, 200);
});

test('what is too long, no JSON or of another type is refused before anything is done', async () => {
  assert.equal((await send(agent, {}, 'x'.repeat(mostBodyBytes + 1))).status, 413);
  assert.equal((await send(agent, {}, '{')).status, 400);
  assert.equal((await send(agent, { 'content-type': 'text/plain' })).status, 415);
  assert.equal((await send(agent, {}, list, '?tools=nonsense')).status, 400);
});

test('texts that no database keeps are refused as input, and the request is limited as all are', async () => {
  const { json } = await agent.call('POST', '/incidents', { title: 'A' });
  const call = (text: string) => ({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'comment_add', arguments: { incident: (json as unknown as { id: string }).id, text } },
  });
  assert.match((await send(agent, {}, call('a\0b'))).text, /body\.invalid/);
  assert.match((await send(agent, {}, call('fine'))).text, /"id"/);
});
