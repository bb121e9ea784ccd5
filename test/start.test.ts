import assert from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { hindcast } from './run-cli.ts';
import { passableFolder, startServer } from './server/start-server.ts';

/** A POST whose body comes in two halves; resolves to the status. */
function slowPost(url: string) {
  const running = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
  const status = new Promise<number | undefined>((resolve, reject) => {
    running.on('response', (response) => resolve(response.resume().statusCode));
    running.on('error', reject);
  });
  return {
    status,
    send: (text: string) => void running.write(text),
    finish: (text: string) => {
      running.end(text);
      return status;
    },
  };
}

test('a first start makes everything, says where it is, and a second one finds it again', async (context) => {
  const folder = `${passableFolder(context)}/data`;
  const first = await startServer(context, folder);
  assert.match(first.url, /^http:\/\/localhost:\d+$/);
  assert.match(first.ownerLink ?? '', new RegExp(`^${first.url}/`));
  const home = await fetch(first.url);
  assert.equal(home.status, 200);
  assert.match(await home.text(), /<h1>.{0,3}Hindcast<\/h1>/);
  assert.match(home.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.equal((await fetch(`${first.url}/healthz`)).status, 200);
  const ready = await fetch(`${first.url}/readyz`);
  assert.equal(ready.status, 200, await ready.text());
  const metrics = await (await fetch(`${first.url}/metrics`)).text();
  assert.match(metrics, /hindcast_requests_total\{method="GET",route="\/",status="200"\} 1/);
  assert.match(metrics, /hindcast_ledger_backlog 0|hindcast_ledger_backlog \d/);
  assert.equal((await fetch(`${first.url}/api/v1/incidents`)).status, 401);
  assert.equal(await first.stop(), 0);

  const second = await startServer(context, folder);
  assert.equal(await second.stop('SIGINT'), 0);
  const doctor = await hindcast(['doctor', '--json'], { env: { HINDCAST_DATA: folder } });
  assert.equal(doctor.code, 0, doctor.out + doctor.err);
});

test('a request that runs when the server is told to stop is finished, and new ones are not taken', async (context) => {
  const server = await startServer(context, `${passableFolder(context)}/data`);
  const slow = slowPost(`${server.url}/api/v1/incidents`);
  slow.send('{"title":');
  await sleep(100);
  const stopped = server.stop();
  await sleep(200);
  await assert.rejects(fetch(server.url));
  assert.equal(server.child.exitCode, null);
  assert.equal(await slow.finish('"x"}'), 401);
  assert.equal(await stopped, 0);
  assert.doesNotMatch(server.log(), /cut off/);
});

test('a second signal ends the wait for requests that do not end', async (context) => {
  const server = await startServer(context, `${passableFolder(context)}/data`);
  const slow = slowPost(`${server.url}/api/v1/incidents`);
  slow.send('{"title":');
  await sleep(100);
  const stopped = server.stop();
  while (!server.log().includes('stopping')) await sleep(50);
  await sleep(700);
  server.child.kill('SIGTERM');
  await assert.rejects(slow.status);
  assert.equal(await stopped, 0);
});

test('a second start of one data folder, a taken port and settings that cannot be are said plainly', async (context) => {
  const folder = `${passableFolder(context)}/data`;
  const server = await startServer(context, folder);
  const { port } = new URL(server.url);
  const run = (env: NodeJS.ProcessEnv) => hindcast(['start'], { env: { HINDCAST_DATA: folder, PORT: '0', ...env } });
  const [twice, taken, wrongPort, wrongOrigin, noDatabase] = await Promise.all([
    run({}),
    run({ PORT: port }),
    run({ PORT: 'http' }),
    run({ HINDCAST_ORIGIN: 'hindcast.example' }),
    run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }),
  ]);
  assert.match(twice.err, /in use by another Hindcast: process \d+/);
  assert.match(taken.err, /error\[server\.port\].*another program listens there/);
  assert.match(wrongPort.err, /error\[server\.setting\] {2}PORT is http/);
  assert.match(wrongOrigin.err, /HINDCAST_ORIGIN is hindcast\.example/);
  assert.match(noDatabase.err, /error\[server\.not-started\][^]*help: Check DATABASE_URL/);
  for (const { code } of [twice, taken, wrongPort, wrongOrigin, noDatabase]) assert.equal(code, 2);
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
  await server.stop();
});

test('a backup of a running server is restored into a new folder, and never over something', async (context) => {
  const folder = passableFolder(context);
  const server = await startServer(context, `${folder}/data`);
  const file = `${folder}/backup.tar.gz`;
  const backup = await hindcast(['backup', file, '--json'], { env: { HINDCAST_DATA: `${folder}/data` } });
  assert.equal(backup.code, 0, backup.err);
  const over = await hindcast(['backup', file], { env: { HINDCAST_DATA: `${folder}/data` } });
  assert.match(over.err, /error\[backup\.exists\]/);
  const forced = await hindcast(['backup', file, '--force', '--json'], { env: { HINDCAST_DATA: `${folder}/data` } });
  assert.equal(forced.code, 0, forced.err);
  const { at } = JSON.parse(forced.out) as { at: string };
  await server.stop();
  const into = { env: { HINDCAST_DATA: `${folder}/restored` } };
  const restored = await hindcast(['restore', file], into);
  assert.equal(restored.code, 0, restored.err);
  assert.match(restored.out, new RegExp(`as of ${at}`));
  const again = await hindcast(['restore', file], into);
  assert.match(again.err, /error\[restore\.not-empty\]/);
  const second = await startServer(context, `${folder}/restored`);
  assert.equal((await fetch(`${second.url}/readyz`)).status, 200);
  await second.stop();
});
