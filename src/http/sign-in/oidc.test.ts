import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Browser, newBrowser } from '../../../test/server/browser.ts';
import { type Account, identityProvider } from '../../../test/server/identity-provider.ts';
import { testServer } from '../../../test/server/server.ts';
import { defaultAccess } from '../access-settings.ts';

const origin = 'http://localhost';
const idp = await identityProvider(`${origin}/sign-in/oidc/callback`);
const { issuer, clientId, clientSecret } = idp;
const oidc = { issuer, clientId, clientSecret, domains: ['allowed.example'] };
const server = await testServer({ access: { ...defaultAccess, oidc } });
const { database } = server.around;

const pathOf = (address: string) => address.slice(origin.length);
async function arrive(account: Account, browser: Browser = newBrowser(server.app)) {
  idp.account = account;
  const sent = await browser.open('/sign-in/oidc');
  assert.equal(sent.status, 303);
  const back = await idp.visit(sent.location ?? '');
  return { browser, back, page: await browser.open(pathOf(back)) };
}
const me = async (browser: Browser) =>
  JSON.parse((await browser.open('/api/v1/me')).text) as { id: string; role: string; name: string };
async function personWith(email: string) {
  const { personId } = await server.person('editor');
  await database.kysely.updateTable('person').set({ email }).where('id', '=', personId).execute();
  return personId;
}

test('somebody invited comes in by the verified address, later by the identity, whatever the address says then', async () => {
  const personId = await personWith('ann@example.org');
  const first = await arrive({ sub: 'ann', email: 'Ann@example.org', email_verified: true });
  assert.equal(first.page.status, 303);
  assert.equal((await me(first.browser)).id, personId);
  const second = await arrive({ sub: 'ann', email: 'other@example.org', email_verified: true });
  assert.equal((await me(second.browser)).id, personId);
});

test('an address that the provider has not verified opens nothing', async () => {
  await personWith('ben@example.org');
  for (const account of [
    { sub: 'ben', email: 'ben@example.org' },
    { sub: 'ben', email: 'ben@example.org', email_verified: false },
    { sub: 'ben' },
  ]) {
    const { page, browser } = await arrive(account);
    assert.equal(page.status, 403);
    assert.match(page.text, /does not vouch/);
    assert.equal(browser.cookies.has('hindcast'), false);
  }
});

test('an address that was given to another account of the provider opens nothing', async () => {
  await personWith('cleo@example.org');
  await arrive({ sub: 'cleo', email: 'cleo@example.org', email_verified: true });
  const { page } = await arrive({ sub: 'cleo-the-second', email: 'cleo@example.org', email_verified: true });
  assert.equal(page.status, 403);
});

test('somebody unknown is refused; somebody of an allowed domain joins as a viewer', async () => {
  const stranger = await arrive({ sub: 'x', email: 'x@example.org', email_verified: true });
  assert.match(stranger.page.text, /invite/);
  const near = await arrive({ sub: 'y', email: 'y@not-allowed.example', email_verified: true });
  assert.equal(near.page.status, 403);
  const joined = await arrive({ sub: 'z', email: 'zoe@allowed.example', email_verified: true, name: 'Zoe' });
  const { role, name } = await me(joined.browser);
  assert.deepEqual({ role, name }, { role: 'viewer', name: 'Zoe' });
  const { rows } = await database.query({ text: "select 1 from entry where operation = 'people.join'", values: [] });
  assert.equal(rows.length, 1);
});

test('somebody disabled stays out', async () => {
  const personId = await personWith('dan@example.org');
  const owner = await server.person('owner');
  await owner.call('POST', `/people/${personId}/disable`);
  const { page } = await arrive({ sub: 'dan', email: 'dan@example.org', email_verified: true });
  assert.equal(page.status, 403);
});

test('an answer of the provider works once, and only in the browser that went there', async () => {
  await personWith('eve@example.org');
  idp.account = { sub: 'eve', email: 'eve@example.org', email_verified: true };
  const attacker = newBrowser(server.app);
  const sent = await attacker.open('/sign-in/oidc');
  const back = pathOf(await idp.visit(sent.location ?? ''));
  const victim = newBrowser(server.app);
  assert.equal((await victim.open(back)).status, 403);
  assert.equal((await attacker.open(back)).status, 303);
  assert.equal((await attacker.open(back)).status, 403);
});

test('a code or a state that was changed on the way opens nothing', async () => {
  await personWith('flo@example.org');
  idp.account = { sub: 'flo', email: 'flo@example.org', email_verified: true };
  for (const name of ['code', 'state', 'iss']) {
    const browser = newBrowser(server.app);
    const back = new URL(await idp.visit((await browser.open('/sign-in/oidc')).location ?? ''));
    back.searchParams.set(name, 'https://changed.example');
    const { status } = await browser.open(pathOf(back.href));
    assert.ok(status === 403 || status === 503, `${name}: ${status}`);
    assert.equal(browser.cookies.has('hindcast'), false);
  }
});

test('a provider that is down is said to be, and other ways stay open', async () => {
  const down = { ...oidc, issuer: 'http://127.0.0.1:9' };
  const without = await testServer({ access: { ...defaultAccess, oidc: down } });
  const browser = newBrowser(without.app);
  const page = await browser.open('/sign-in/oidc');
  assert.equal(page.status, 503);
  assert.match(page.text, /break-glass/);
  assert.equal((await browser.open('/sign-in')).status, 200);
});
