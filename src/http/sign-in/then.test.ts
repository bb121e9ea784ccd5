import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newBrowser } from '../../../test/server/browser.ts';
import { testServer } from '../../../test/server/server.ts';
import { makeBreakGlassLink } from '../../operations/sessions/break-glass.ts';
import { ownPath } from './then.ts';

const server = await testServer();
const { database, origin } = server.around;

async function signIn(browser: ReturnType<typeof newBrowser>) {
  const { personId } = await server.person('editor');
  const email = `${personId}@example.org`;
  const link = await makeBreakGlassLink(database, email, { origin, now: new Date().toISOString() });
  return browser.submit('/sign-in/link', { token: new URL(link).searchParams.get('token') ?? '' });
}

test('signing in leads to what was asked for, once', async () => {
  const browser = newBrowser(server.app, origin);
  await browser.open('/sign-in?then=%2Fincidents%2FINC-1%3Fa%3Db');
  assert.equal((await signIn(browser)).location, '/incidents/INC-1?a=b');
  assert.equal((await signIn(browser)).location, '/');
});

test('without a wish, or with one that leads elsewhere, it leads to the start', async () => {
  for (const then of ['', '?then=https://evil.example/', '?then=//evil.example', '?then=/%5Cevil.example']) {
    const browser = newBrowser(server.app, origin);
    await browser.open(`/sign-in${then}`);
    assert.equal((await signIn(browser)).location, '/', then);
  }
});

test('a cookie that somebody planted leads nowhere else', async () => {
  const browser = newBrowser(server.app, origin);
  browser.cookies.set('hindcast-then', encodeURIComponent('//evil.example'));
  assert.equal((await signIn(browser)).location, '/');
});

test('only paths of this server are its own', () => {
  const here = 'https://hindcast.example';
  for (const path of ['/', '/incidents', '/incidents?status=draft&title=a%20b', '/settings/people', '/a//b'])
    assert.equal(ownPath(path, here), path);
  const others = [
    undefined,
    '',
    'incidents',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/..//evil.example',
    '/./\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/sign-in',
    '/sign-out',
    '/sign-in/link?token=a',
    `/${'a'.repeat(600)}`,
    '/a\u0000b',
    '/ä',
  ];
  for (const path of others) assert.equal(ownPath(path, here), undefined, JSON.stringify(path));
});
