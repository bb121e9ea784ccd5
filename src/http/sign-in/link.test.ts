import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newBrowser } from '../../../test/server/browser.ts';
import { testServer } from '../../../test/server/server.ts';
import { makeBreakGlassLink } from '../../operations/sessions/break-glass.ts';
import { countAttempt } from '../../operations/sessions/attempts.ts';
import { makeOwnerLink } from '../../operations/sessions/owner-link.ts';

let clock = Date.parse('2026-11-21T08:00:00Z');
const now = () => new Date(clock).toISOString();
const minute = 60_000;
const server = await testServer({ now });
const { database, origin } = server.around;
const browser = () => newBrowser(server.app, origin);
const tokenIn = (link: string) => new URL(link).searchParams.get('token') ?? '';
const isIn = async (one: ReturnType<typeof browser>) => (await one.open('/api/v1/me')).status === 200;
const emailOf = async (personId: string) =>
  (await database.kysely.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow())
    .email;

test('the owner link of the first start makes an owner, opens by a button, works once, and is made until an owner came in', async () => {
  const early = await makeOwnerLink(database, origin, now());
  const link = await makeOwnerLink(database, origin, now());
  assert.ok(early !== undefined && link !== undefined);
  const one = browser();
  const opened = await one.open(link);
  assert.equal(opened.status, 200);
  assert.match(opened.text, /<button>Sign in<\/button>/);
  assert.equal(opened.headers.get('cache-control'), 'no-store');
  assert.equal(await isIn(one), false);
  assert.equal((await browser().submit('/sign-in/link', { token: tokenIn(early) })).status, 403);
  const pressed = await one.submit('/sign-in/link', { token: tokenIn(link) });
  assert.equal(pressed.status, 303);
  assert.equal(pressed.location, '/');
  const me = JSON.parse((await one.open('/api/v1/me')).text) as { role: string };
  assert.equal(me.role, 'owner');
  assert.equal((await browser().submit('/sign-in/link', { token: tokenIn(link) })).status, 403);
  assert.equal(await makeOwnerLink(database, origin, now()), undefined);
});

test('the cookie is out of reach of scripts and of other sites, and only its hash is kept', async () => {
  const { personId } = await server.person('viewer');
  const link = await makeBreakGlassLink(database, await emailOf(personId), { origin, now: now() });
  const { headers } = await browser().submit('/sign-in/link', { token: tokenIn(link) });
  const cookie = headers.getSetCookie()[0] ?? '';
  assert.match(cookie, /^hindcast=[\w-]{43}; /);
  for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000'])
    assert.ok(cookie.includes(attribute), attribute);
  const secret = /=([\w-]{43})/.exec(cookie)?.[1] ?? '';
  const { rows } = await database.query<{ all: string }>({
    text: 'select (select string_agg(s::text, $1) from session s) || (select string_agg(e::text, $1) from entry e) as all',
    values: [' '],
  });
  assert.ok(!rows[0]?.all.includes(secret));
  assert.ok(!rows[0]?.all.includes(tokenIn(link)));
});

test('behind https the cookie has the prefix that browsers guard', async () => {
  const secure = await testServer({ origin: 'https://hindcast.example', now });
  const link = await makeOwnerLink(secure.around.database, secure.around.origin, now());
  const one = newBrowser(secure.app, secure.around.origin);
  const { headers } = await one.submit('/sign-in/link', { token: tokenIn(link ?? '') });
  assert.match(headers.getSetCookie()[0] ?? '', /^__Host-hindcast=.*Secure/);
});

test('of ten who press the same link at once, one comes in', async () => {
  const { personId } = await server.person('viewer');
  const link = await makeBreakGlassLink(database, await emailOf(personId), { origin, now: now() });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => browser().submit('/sign-in/link', { token: tokenIn(link) })),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
});

test('a link that is too old does not work, and one of somebody disabled neither', async () => {
  const old = await server.person('viewer');
  const link = await makeBreakGlassLink(database, await emailOf(old.personId), { origin, now: now() });
  clock += 16 * minute;
  assert.equal((await browser().submit('/sign-in/link', { token: tokenIn(link) })).status, 403);
  // Long enough that the failures of this file are forgotten.
  clock += 24 * 60 * minute;
  const owner = await server.person('owner');
  const fresh = await makeBreakGlassLink(database, await emailOf(old.personId), { origin, now: now() });
  await owner.call('POST', `/people/${old.personId}/disable`);
  assert.equal((await browser().submit('/sign-in/link', { token: tokenIn(fresh) })).status, 403);
});

test('break-glass works while its address and account are throttled, and the ledger notes it', async () => {
  const { personId } = await server.person('owner');
  const email = await emailOf(personId);
  for (let index = 0; index < 30; index += 1)
    await countAttempt(database, ['address:local', `account:${email}`], now()).catch(() => {});
  assert.equal((await browser().submit('/sign-in/link', { token: 'x'.repeat(43) })).status, 429);
  const link = await makeBreakGlassLink(database, email, { origin, now: now() });
  assert.equal((await browser().submit('/sign-in/link', { token: tokenIn(link) })).status, 303);
  const { rows } = await database.query({
    text: "select 1 from entry where operation = 'link.make' and subject = $1",
    values: [`person/${personId}`],
  });
  assert.equal(rows.length, 1);
});

test('signing in from a page of another site is refused', async () => {
  const { personId } = await server.person('viewer');
  const link = await makeBreakGlassLink(database, await emailOf(personId), { origin, now: now() });
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  assert.equal((await browser().submit('/sign-in/link', { token: tokenIn(link) }, foreign)).status, 403);
  assert.equal((await browser().submit('/sign-in/link', { token: tokenIn(link) })).status, 303);
});
