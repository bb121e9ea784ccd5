import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { newHook, readAll } from '../../../test/server/hooks.ts';
import { listeningServer } from '../../../test/server/listening.ts';
import { parseConfig } from '../../operations/config.ts';

const config = parseConfig(
  `sources:
  - name: billing-monitor
    events:
      - list: /alerts
        time: /since
        text: "{/name} fired"
        condition: { key: "{/id}", name: "Alert {/name}", is: open }
    signature: { header: X-Sign, method: hmac-sha256 }
    delivery: X-Id
`,
  'hindcast.yaml',
);
const nowMs = Date.UTC(2026, 2, 4, 15);
const server = await listeningServer({ config, now: () => new Date(nowMs).toISOString() });
const admin = await server.person('admin');
const secret = 'both know it';

test('a source that the team described delivers to its own address, signed, and what comes again is told once', async () => {
  const { path } = await newHook(admin, 'billing-monitor', { secret });
  const send = async (body: string, signature: string, id: string) => {
    const headers = { 'content-type': 'application/json', 'x-sign': signature, 'x-id': id };
    return (await fetch(`${server.around.origin}${path}`, { method: 'POST', body, headers })).status;
  };
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('hex');
  const body = JSON.stringify({ alerts: [{ id: 1, name: 'Late', since: '2026-03-04T14:21:00Z' }] });
  assert.equal(await send(body, sign(body), 'a'), 200);
  assert.equal(await send(`${body} `, sign(`${body} `), 'a'), 200);
  assert.equal(await send(body, sign('other'), 'b'), 401);
  assert.equal(await readAll(server), 1);
  const { rows } = await server.around.database.query<{ text: string; condition_state: string }>({
    text: 'select text, condition_state from signal',
    values: [],
  });
  assert.deepEqual(rows, [{ text: 'Late fired', condition_state: 'open' }]);
  const shown = await admin.call('GET', '/hooks');
  assert.match(shown.text, /"secretName":"x-sign","needsSecret":true/);
});

test('a source that nobody described has no address', async () => {
  const { status, json } = await admin.call('POST', '/hooks', { name: 'x', source: 'nobody' });
  assert.deepEqual([status, json['code']], [400, 'hook.source']);
});

test('a log is delivered as it is: each line is a signal, and addresses of people are masked before', async () => {
  const { path } = await newHook(admin, 'text');
  const body = '2026-03-04T14:21:00Z ERROR boom for jane@example.org\n2026-03-04T14:22:00Z WARN slow\n';
  const headers = { 'content-type': 'text/plain' };
  const { status } = await fetch(`${server.around.origin}${path}`, { method: 'POST', body, headers });
  assert.equal(status, 200);
  assert.equal(await readAll(server), 1);
  const { rows } = await server.around.database.query<{ text: string }>({
    text: "select text from signal where key like 'text:%' order by epoch_ms",
    values: [],
  });
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['ERROR boom for (masked: e-mail address)', 'WARN slow'],
  );
});
