import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hindcast } from './run-cli.ts';
import { passableFolder, startServer } from './server/start-server.ts';

const press = (url: string, link: string) =>
  fetch(`${url}/sign-in/link`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ token: new URL(link).searchParams.get('token') ?? '' }),
  });
async function whoIs(url: string, link: string): Promise<string> {
  const cookie = (await press(url, link)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const me = (await (await fetch(`${url}/api/v1/me`, { headers: { cookie } })).json()) as {
    role?: string;
    name?: string;
  };
  return `${me.name} ${me.role}`;
}

test('beside a running server, break-glass makes a link that signs in once; nobody unknown gets one', async (context) => {
  const folder = `${passableFolder(context)}/data`;
  const server = await startServer(context, folder);
  assert.equal(await whoIs(server.url, server.ownerLink ?? ''), 'Owner owner');
  const made = await hindcast(['break-glass', 'OWNER@localhost'], { env: { HINDCAST_DATA: folder } });
  assert.equal(made.code, 0, made.err);
  assert.equal(await whoIs(server.url, made.out.trim()), 'Owner owner');
  assert.equal((await press(server.url, made.out.trim())).status, 403);
  const unknown = await hindcast(['break-glass', 'nobody@localhost'], { env: { HINDCAST_DATA: folder } });
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /no person nobody@localhost/);
  assert.equal(await server.stop(), 0);
});
