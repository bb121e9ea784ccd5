import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../test/server/server.ts';

const server = await testServer();
const editor = await server.person('editor');
const own = server.around.origin;

/** What a browser of today sends, by where the page is that asks; `origin` empty: the header is not sent. */
const requests: { from: string; origin: string; site: string; let: boolean }[] = [
  { from: 'our own page', origin: own, site: 'same-origin', let: true },
  { from: 'our own page, in a browser that sends no Sec-Fetch-Site', origin: own, site: '', let: true },
  { from: 'our own page, where the proxy drops Origin', origin: '', site: 'same-origin', let: true },
  { from: 'a page of another site', origin: 'https://evil.example', site: 'cross-site', let: false },
  { from: 'a page of a neighbour host', origin: 'http://evil.localhost', site: 'same-site', let: false },
  { from: 'another port', origin: 'http://localhost:81', site: 'same-site', let: false },
  { from: 'the same host without TLS', origin: 'https://localhost', site: 'cross-site', let: false },
  { from: 'a sandboxed frame', origin: 'null', site: 'cross-site', let: false },
  { from: 'a name that begins like ours', origin: `${own}.evil.example`, site: 'cross-site', let: false },
  { from: 'one header that says ours and one that does not', origin: own, site: 'cross-site', let: false },
  { from: 'an address typed in', origin: '', site: 'none', let: false },
  { from: 'no browser at all', origin: '', site: '', let: false },
];

for (const { from, origin, site, let: lets } of requests) {
  test(`a change with a session from ${from} is ${lets ? 'let through' : 'refused'}`, async () => {
    const { status, json } = await editor.call(
      'POST',
      '/incidents',
      { title: 'x' },
      { origin, 'sec-fetch-site': site },
    );
    assert.equal(status, lets ? 201 : 403, JSON.stringify(json));
  });
}

test('reading needs no origin, and a token no same origin: no browser sends one by itself', async () => {
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  assert.equal((await editor.call('GET', '/incidents', undefined, foreign)).status, 200);
  const token = await server.token('editor');
  assert.equal((await token.call('POST', '/incidents', { title: 'x' }, foreign)).status, 201);
});

test('no answer lets another site read it', async () => {
  const { headers } = await editor.call('GET', '/incidents', undefined, { origin: 'https://evil.example' });
  assert.equal(headers.get('access-control-allow-origin'), null);
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
});
