import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertBody, newHook, readAll } from '../../../test/server/hooks.ts';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const { app, around } = server;
const admin = await server.person('admin');

test('a delivery whose original is lost is told as one that could not be read, and keeps no other waiting', async () => {
  const [lost, own] = [await newHook(admin, 'alertmanager'), await newHook(admin, 'alertmanager')];
  const post = (path: string, body: object) =>
    app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const first = async (id: string) => {
    const { items } = (await admin.call('GET', `/deliveries?hook=${id}`)).json as unknown as {
      items: { sha256: string; state: string; reason: string }[];
    };
    return items[0];
  };
  assert.equal((await post(lost.path, { ...alertBody(), padding: 'word '.repeat(60_000) })).status, 200);
  await around.evidence.remove((await first(lost.id))?.sha256 ?? '');
  assert.equal((await post(own.path, alertBody())).status, 200);
  assert.equal(await readAll(server), 2);
  assert.equal((await first(lost.id))?.state, 'unread');
  assert.match((await first(lost.id))?.reason ?? '', /is not in the evidence store\. It was stored once: restore it/);
  assert.equal((await first(own.id))?.state, 'read');
});
