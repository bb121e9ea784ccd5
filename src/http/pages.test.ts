import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newBrowser } from '../../test/server/browser.ts';
import { testServer } from '../../test/server/server.ts';
import type { PersonRole } from '../store/tables.ts';

const server = await testServer();
const { app, around } = server;

async function signedIn(role: PersonRole) {
  const { credentials } = await server.person(role);
  const browser = newBrowser(app, around.origin);
  browser.cookies.set('hindcast', (credentials['cookie'] ?? '').slice('hindcast='.length));
  return browser;
}
const makeToken = async (browser: ReturnType<typeof newBrowser>, role: string) =>
  browser.submit('/account/tokens', { name: 'My <laptop>', role, days: '30' });
const secretIn = (page: string) => /hct_[\w-]{20,}/.exec(page)?.[0] ?? '';

test('a browser is told of an error by a page, a program by JSON', async () => {
  const stranger = newBrowser(app, around.origin);
  for (const [path, status, words] of [
    ['/nothing-here', 404, 'There is nothing at GET /nothing-here'],
    ['/api/v1/incidents', 401, 'href="/sign-in"'],
    ['/sign-in/link?token=short', 403, 'This link does not work'],
    ['/public/nothing', 404, 'no published post-mortem'],
  ] as const) {
    const page = await stranger.open(path);
    assert.equal(page.status, status);
    assert.match(page.headers.get('content-type') ?? '', /text\/html/);
    assert.ok(page.text.includes(words), `${path}: ${page.text}`);
    assert.match(page.text, /static\/hindcast\.\w{12}\.css/);
  }
  const answer = await app.request('/api/v1/incidents', { headers: { accept: '*/*' } });
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.match(answer.headers.get('vary') ?? '', /Accept/);
});

test('what an error repeats of a request is text in its page', async () => {
  const { text } = await newBrowser(app, around.origin).open('/<script>alert(1)</script>');
  assert.ok(!text.includes('<script>'));
});

test('the reading page shows the incidents that somebody may see, each to be read; nobody else sees any', async () => {
  const owner = await server.person('owner');
  await owner.call('POST', '/incidents', { title: 'Open to <all>' });
  const made = await owner.call('POST', '/incidents', { title: 'For few' });
  const { id } = made.json as unknown as { id: string };
  await owner.call('PUT', `/incidents/${id}/visibility`, { visibility: 'restricted', members: [] });
  const viewer = await signedIn('viewer');
  const home = await viewer.open('/read');
  assert.match(home.text, /Open to &lt;all&gt;/);
  assert.ok(!home.text.includes('For few'));
  assert.equal(home.headers.get('cache-control'), 'no-store');
  const read = await viewer.open('/read/INC-1');
  assert.equal(read.status, 200);
  assert.match(read.headers.get('content-security-policy') ?? '', /script-src 'none'/);
  assert.equal((await viewer.open(`/read/${id}`)).status, 404);
  const stranger = newBrowser(app, around.origin);
  for (const path of ['/', '/read']) assert.match((await stranger.open(path)).text, /Sign in/);
  assert.equal((await stranger.open('/read/INC-1')).location, '/sign-in');
});

test('a token is made on the account page, shown once, works, and is ended there', async () => {
  const browser = await signedIn('editor');
  const secret = secretIn((await makeToken(browser, 'editor')).text);
  const use = () => app.request('/api/v1/me', { headers: { authorization: `Bearer ${secret}` } });
  assert.equal((await use()).status, 200);
  const account = await browser.open('/account');
  assert.ok(!account.text.includes(secret));
  assert.match(account.text, /My &lt;laptop&gt;, editor, until/);
  const id = /name="token" value="([\w-]{36})"/.exec(account.text)?.[1] ?? '';
  assert.equal((await browser.submit('/account/tokens/revoke', { token: id })).location, '/account');
  assert.equal((await use()).status, 401);
  assert.ok(!(await browser.open('/account')).text.includes('My &lt;laptop&gt;'));
});

test('the account page makes no token beyond the role of its person, for nobody, or for a page of another site', async () => {
  const viewer = await signedIn('viewer');
  assert.ok(!(await viewer.open('/account')).text.includes('<option>editor'));
  assert.equal((await makeToken(viewer, 'admin')).status, 403);
  assert.equal((await makeToken(viewer, 'emperor')).status, 400);
  assert.equal((await makeToken(newBrowser(app, around.origin), 'viewer')).status, 401);
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  assert.equal((await viewer.submit('/account/tokens', { name: 'x', role: 'viewer', days: '1' }, foreign)).status, 403);
});

test('the app brings along what somebody may see, and nothing of what they may not', async () => {
  const owner = await server.person('owner');
  const made = await owner.call('POST', '/incidents', { title: 'Only </script><script>few' });
  const { id } = made.json as unknown as { id: string };
  await owner.call('PUT', `/incidents/${id}/visibility`, { visibility: 'restricted', members: [] });
  const viewer = await signedIn('viewer');
  const shell = await viewer.open(`/incidents/${id}`);
  assert.equal(shell.status, 200);
  assert.ok(!shell.text.includes('few'));
  const seen = await (await signedIn('owner')).open(`/incidents/${id}`);
  assert.match(seen.text, /Only \\u003c\/script/);
  assert.ok(!seen.text.includes('<script>few'));
  assert.match(seen.headers.get('content-security-policy') ?? '', /script-src 'self'/);
  const stranger = newBrowser(app, around.origin);
  assert.equal((await stranger.open(`/incidents/${id}`)).location, `/sign-in?then=%2Fincidents%2F${id}`);
});
