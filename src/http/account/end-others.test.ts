import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { newBrowser } from '../../../test/server/browser.ts';
import { testServer } from '../../../test/server/server.ts';
import { secretHash } from '../../operations/access/secret.ts';

const server = await testServer();
const { database, origin } = server.around;

/** Another browser of a person, signed in. */
async function browserOf(personId: string, userAgent = '') {
  const browser = newBrowser(server.app, origin);
  const secret = randomBytes(24).toString('base64url');
  const now = new Date().toISOString();
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const row = { hash: secretHash(secret), person_id: personId, via: 'passkey' as const, user_agent: userAgent };
  await database.kysely
    .insertInto('session')
    .values({ ...row, created_at: now, expires_at: expires, last_seen_at: now })
    .execute();
  browser.cookies.set('hindcast', secret);
  return browser;
}
const isIn = async (browser: ReturnType<typeof newBrowser>) => (await browser.open('/api/v1/me')).status === 200;

test('all other sessions of a person end at once, on the account page or by the API; nobody else’s', async () => {
  const ann = await server.person('viewer', 'Ann');
  const laptop = await browserOf(ann.personId);
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36';
  const phone = await browserOf(ann.personId, chrome);
  const stranger = await browserOf((await server.person('viewer')).personId);
  const page = await laptop.open('/account');
  assert.match(page.text, /Chrome on Linux, by passkey/);
  assert.match(page.text, /End all others/);
  assert.equal((await laptop.submit('/account/sessions/end-others')).location, '/account');
  assert.deepEqual(
    [await isIn(laptop), await isIn(phone), await isIn(stranger), (await ann.call('GET', '/me')).status],
    [true, false, true, 401],
  );
  assert.doesNotMatch((await laptop.open('/account')).text, /End all others/);
});

test('the operation says how many it ended, and is not for tokens or pages of another site', async () => {
  const bob = await server.person('editor');
  await browserOf(bob.personId);
  await browserOf(bob.personId);
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const tab = await browserOf(bob.personId);
  assert.equal((await tab.submit('/account/sessions/end-others', {}, foreign)).status, 403);
  assert.deepEqual((await bob.call('POST', '/sessions/end-others', {})).json, { ended: 3 });
  assert.deepEqual((await bob.call('POST', '/sessions/end-others', {})).json, { ended: 0 });
  assert.equal((await (await server.token('admin')).call('POST', '/sessions/end-others', {})).status, 403);
});
