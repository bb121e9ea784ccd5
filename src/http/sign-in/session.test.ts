import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newBrowser } from '../../../test/server/browser.ts';
import { testServer } from '../../../test/server/server.ts';
import { makeBreakGlassLink } from '../../operations/sessions/break-glass.ts';

const start = Date.parse('2026-11-21T08:00:00Z');
let clock = start;
const now = () => new Date(clock).toISOString();
const day = 86_400_000;
const server = await testServer({ now });
const { database, origin } = server.around;

async function link(personId: string): Promise<string> {
  const { email } = await database.kysely
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return new URL(await makeBreakGlassLink(database, email, { origin, now: now() })).searchParams.get('token') ?? '';
}

async function signedIn() {
  const { personId } = await server.person('editor');
  const browser = newBrowser(server.app, origin);
  await browser.submit('/sign-in/link', { token: await link(personId) });
  return { browser, personId };
}
const isIn = async (browser: ReturnType<typeof newBrowser>) => (await browser.open('/api/v1/me')).status === 200;

test('a session that is not used for seven days ends; one that is used goes on', async () => {
  const [used, unused] = [await signedIn(), await signedIn()];
  for (let days = 0; days < 8; days += 4) {
    clock += 4 * day;
    assert.ok(await isIn(used.browser));
  }
  assert.equal(await isIn(unused.browser), false);
});

test('a session ends after thirty days however it is used', async () => {
  const { browser } = await signedIn();
  for (let days = 0; days < 29; days += 1) {
    clock += day;
    assert.ok(await isIn(browser), String(days));
  }
  clock += day + 1000;
  assert.equal(await isIn(browser), false);
});

test('a cookie that somebody planted becomes no session, and signing in gives another one', async () => {
  const { personId } = await server.person('viewer');
  const browser = newBrowser(server.app, origin);
  browser.cookies.set('hindcast', 'planted-planted-planted-planted-planted-plant');
  await browser.submit('/sign-in/link', { token: await link(personId) });
  assert.notEqual(browser.cookies.get('hindcast'), 'planted-planted-planted-planted-planted-plant');
  const planted = newBrowser(server.app, origin);
  planted.cookies.set('hindcast', 'planted-planted-planted-planted-planted-plant');
  assert.equal(await isIn(planted), false);
});

test('signing in again ends the session that the browser had', async () => {
  const { browser, personId } = await signedIn();
  const former = newBrowser(server.app, origin);
  former.cookies.set('hindcast', browser.cookies.get('hindcast') ?? '');
  await browser.submit('/sign-in/link', { token: await link(personId) });
  assert.equal(await isIn(browser), true);
  assert.equal(await isIn(former), false);
});

test('signing out ends the session on the server, not only in the browser', async () => {
  const { browser } = await signedIn();
  const kept = newBrowser(server.app, origin);
  kept.cookies.set('hindcast', browser.cookies.get('hindcast') ?? '');
  const out = await browser.submit('/sign-out');
  assert.equal(out.location, '/sign-in');
  assert.equal(browser.cookies.size, 0);
  assert.equal(await isIn(kept), false);
  assert.equal((await browser.submit('/sign-out')).status, 303);
});

test('people see and end their own sessions, and nobody else’s', async () => {
  const mine = await signedIn();
  const other = await signedIn();
  const list = async (browser: typeof mine.browser) =>
    (JSON.parse((await browser.open('/api/v1/sessions')).text) as { items: { id: string; current: boolean }[] }).items;
  const [own] = (await list(mine.browser)).filter(({ current }) => current);
  assert.ok(own);
  const end = (browser: typeof mine.browser, id: string) =>
    server.app.request(`/api/v1/sessions/${id}`, {
      method: 'DELETE',
      headers: { cookie: `hindcast=${browser.cookies.get('hindcast')}`, origin, 'sec-fetch-site': 'same-origin' },
    });
  assert.equal((await end(other.browser, own.id)).status, 404);
  assert.ok(await isIn(mine.browser));
  assert.equal((await end(mine.browser, own.id)).status, 200);
  assert.equal(await isIn(mine.browser), false);
});

test('the account page shows who is signed in, and sends others to sign in', async () => {
  const { browser } = await signedIn();
  assert.match((await browser.open('/account')).text, /signed in as editor one/);
  assert.equal((await newBrowser(server.app, origin).open('/account')).location, '/sign-in');
});
