import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

let clock = Date.now();
const server = await testServer({ now: () => new Date(clock).toISOString() });
const { app, around } = server;
const day = 86_400_000;
const asked = { name: 'CI', role: 'editor', scopes: ['incident.see', 'incident.edit'] };
type Created = { id: string; secret: string; expiresAt: string };
const bearer = (secret: string, path = '/api/v1/me', method = 'GET') =>
  app.request(path, { method, headers: { authorization: `Bearer ${secret}` } });

test('a token is shown once, works within its scopes until it expires, and the ledger has no secret', async () => {
  const editor = await server.person('editor');
  const made = await editor.call('POST', '/tokens', { ...asked, days: 30 }, { 'idempotency-key': 'key-of-token-1' });
  assert.equal(made.status, 201);
  const { id, secret } = made.json as unknown as Created;
  assert.match(secret, /^hct_[\w-]{43}$/);
  const again = await editor.call('POST', '/tokens', { ...asked, days: 30 }, { 'idempotency-key': 'key-of-token-1' });
  assert.deepEqual(again.json, { id, expiresAt: (made.json as unknown as Created).expiresAt });
  assert.equal((await bearer(secret, '/api/v1/incidents')).status, 200);
  assert.equal((await bearer(secret, '/api/v1/people')).status, 403);
  const { rows } = await around.database.query<{ all: string }>({
    text: "select (select string_agg(e::text, ' ') from entry e) || (select string_agg(t::text, ' ') from token t) as all",
    values: [],
  });
  assert.ok(!rows[0]?.all.includes(secret));
  clock += 29 * day;
  assert.equal((await bearer(secret, '/api/v1/incidents')).status, 200);
  clock += 2 * day;
  assert.equal((await bearer(secret, '/api/v1/incidents')).status, 401);
});

test('nobody makes a token that may more than they, nor one for what only people do', async () => {
  const editor = await server.person('editor');
  const owner = await server.person('owner');
  const refused = [
    await editor.call('POST', '/tokens', { ...asked, role: 'admin' }),
    await editor.call('POST', '/tokens', { ...asked, role: 'viewer' }),
    await editor.call('POST', '/tokens', { ...asked, scopes: ['template.change'] }),
    await owner.call('POST', '/tokens', { ...asked, role: 'admin', scopes: ['signoff.sign'] }),
    await owner.call('POST', '/tokens', { ...asked, role: 'admin', scopes: ['people.change'] }),
    await owner.call('POST', '/tokens', { ...asked, scopes: ['__proto__'] }),
  ];
  assert.deepEqual(
    refused.map(({ json }) => json['code']),
    refused.map(() => 'token.beyond-role'),
  );
  for (const wrong of [{ days: 366 }, { days: 0 }, { scopes: [] }, { role: 'owner' }])
    assert.equal((await owner.call('POST', '/tokens', { ...asked, ...wrong })).json['code'], 'input.invalid');
});

test('people list and revoke their own tokens; admins those of everybody', async () => {
  const [one, other, admin] = [
    await server.person('editor'),
    await server.person('editor'),
    await server.person('admin'),
  ];
  const { id, secret } = (await one.call('POST', '/tokens', asked)).json as unknown as Created;
  const listed = async (by: typeof one, of = 'me') =>
    ((await by.call('GET', `/tokens?of=${of}`)).json as unknown as { items: { id: string }[] }).items.map(
      (token) => token.id,
    );
  assert.deepEqual(await listed(one), [id]);
  assert.deepEqual(await listed(other), []);
  assert.equal((await other.call('GET', '/tokens?of=everybody')).status, 403);
  assert.ok((await listed(admin, 'everybody')).includes(id));
  assert.equal((await other.call('DELETE', `/tokens/${id}`)).json['code'], 'own.not-found');
  assert.equal((await bearer(secret, '/api/v1/incidents')).status, 200);
  assert.equal((await admin.call('DELETE', `/tokens/${id}`)).status, 200);
  assert.equal((await bearer(secret, '/api/v1/incidents')).status, 401);
  assert.equal((await one.call('DELETE', `/tokens/${id}`)).json['code'], 'own.not-found');
});
