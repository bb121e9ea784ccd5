import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Authenticator, type Lies, softwareAuthenticator } from '../../../test/server/authenticator.ts';
import { type Caller, testServer } from '../../../test/server/server.ts';

let clock = Date.parse('2026-11-21T08:00:00Z');
const server = await testServer({ now: () => new Date(clock).toISOString() });
const { origin } = server.around;
type Json = Record<string, unknown>;

const later = () => {
  clock += 7 * 3_600_000;
};
const post = async (path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' };
  return server.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
};
async function add(person: Caller, key: Authenticator, name = 'Key') {
  const options = (await person.call('POST', '/passkeys/options', {})).json as unknown as Parameters<
    Authenticator['register']
  >[0];
  return person.call('POST', '/passkeys', { name, answer: key.register(options) });
}
const challenge = async () => (await (await post('/sign-in/passkey/options', {})).json()) as { challenge: string };
async function enter(key: Authenticator, lies: Lies = {}) {
  const response = await post('/sign-in/passkey', key.assert(await challenge(), lies));
  return {
    status: response.status,
    cookie: response.headers.getSetCookie()[0] ?? '',
    json: (await response.json()) as Json,
  };
}
async function withPasskey() {
  const person = await server.person('editor');
  const key = softwareAuthenticator(origin);
  assert.equal((await add(person, key)).status, 200);
  return { person, key };
}

test('a passkey is added, listed, renamed, signs in, and after it is revoked no more', async () => {
  const { person, key } = await withPasskey();
  const entered = await enter(key);
  assert.equal(entered.status, 200);
  assert.match(entered.cookie, /^hindcast=[\w-]{43};/);
  await person.call('PATCH', `/passkeys/${key.id}`, { name: 'Phone' });
  const { items } = (await person.call('GET', '/passkeys')).json as unknown as { items: Json[] };
  assert.deepEqual(
    items.map(({ id, name }) => ({ id, name })),
    [{ id: key.id, name: 'Phone' }],
  );
  assert.equal((await person.call('DELETE', `/passkeys/${key.id}`)).status, 200);
  assert.equal((await enter(key)).status, 403);
  later();
});

test('an answer for another site, without verifying the person, or with a counter that went back signs nobody in', async () => {
  const { key } = await withPasskey();
  assert.equal((await enter(key, { counter: 10 })).status, 200);
  for (const lies of [{ origin: 'https://evil.example' }, { verified: false }, { counter: 10 }, { counter: 9 }])
    assert.equal((await enter(key, lies)).status, 403, JSON.stringify(lies));
  later();
  assert.equal((await enter(key, { counter: 11 })).status, 200);
});

test('an answer works once, and only to a challenge of this server that is not too old', async () => {
  const { key } = await withPasskey();
  const answer = key.assert(await challenge());
  assert.equal((await post('/sign-in/passkey', answer)).status, 200);
  assert.equal((await post('/sign-in/passkey', answer)).status, 403);
  assert.equal((await post('/sign-in/passkey', key.assert({ challenge: 'bm90IG91cnM' }))).status, 403);
  const old = key.assert(await challenge());
  clock += 11 * 60_000;
  assert.equal((await post('/sign-in/passkey', old)).status, 403);
  later();
});

test('a challenge to add a passkey is of one person, and is none to sign in', async () => {
  const { key } = await withPasskey();
  const [one, other] = [await server.person('viewer'), await server.person('viewer')];
  const options = (await one.call('POST', '/passkeys/options', {})).json as unknown as Parameters<
    Authenticator['register']
  >[0];
  const stranger = softwareAuthenticator(origin);
  const stolen = await other.call('POST', '/passkeys', { name: 'Mine', answer: stranger.register(options) });
  assert.equal(stolen.json['code'], 'sign-in.passkey');
  assert.equal((await post('/sign-in/passkey', key.assert(options))).status, 403);
  later();
});

test('a passkey of somebody is not taken by somebody else, nor shown, renamed or revoked by them', async () => {
  const { key } = await withPasskey();
  const other = await server.person('owner');
  assert.equal((await add(other, key)).json['code'], 'sign-in.passkey');
  assert.equal((await other.call('PATCH', `/passkeys/${key.id}`, { name: 'Mine' })).status, 404);
  assert.equal((await other.call('DELETE', `/passkeys/${key.id}`)).status, 404);
  assert.equal((await enter(key)).status, 200);
});

test('somebody disabled does not come in by a passkey', async () => {
  const { person, key } = await withPasskey();
  const owner = await server.person('owner');
  await owner.call('POST', `/people/${person.personId}/disable`);
  assert.equal((await enter(key)).status, 403);
  later();
});

test('failures are slowed down; after the wait the right passkey comes in', async () => {
  const { key } = await withPasskey();
  const statuses = [];
  for (let index = 0; index < 7; index += 1) statuses.push((await enter(key, { verified: false })).status);
  assert.deepEqual(statuses, [403, 403, 403, 403, 403, 429, 429]);
  clock += 2000;
  assert.equal((await enter(key)).status, 200);
});
