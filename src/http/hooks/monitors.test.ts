import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { newHook, readAll, type TestHook } from '../../../test/server/hooks.ts';
import { listeningServer } from '../../../test/server/listening.ts';

// Grafana, PagerDuty, Opsgenie and Datadog as they deliver: one body at a time, signed as each of them signs.
const nowMs = Date.UTC(2026, 2, 4, 15, 10);
const server = await listeningServer({ now: () => new Date(nowMs).toISOString() });
const { origin, database } = server.around;
const admin = await server.person('admin');
const secret = 'a secret of both sides';

const bodiesOf = (source: string): unknown[] =>
  JSON.parse(readFileSync(new URL(`../../sources/${source}/sample.json`, import.meta.url), 'utf8')) as unknown[];
const sign = (text: string, by = secret) => createHmac('sha256', by).update(text).digest('hex');

async function send({ path }: TestHook, body: string, headers: Record<string, string> = {}): Promise<number> {
  const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
  const all = { 'content-type': type, ...headers };
  return (await fetch(`${origin}${path}`, { method: 'POST', body, headers: all })).status;
}

async function signalsOf({ id }: TestHook): Promise<string[]> {
  await readAll(server);
  const { rows } = await database.query<{ text: string; epoch_ms: number; condition_state: string | null }>({
    text: `select s.text, s.epoch_ms, s.condition_state from signal s
      where exists (select from sighting g join delivery d on d.id = g.delivery_id where g.signal_id = s.id and d.hook_id = $1)
      order by s.epoch_ms, s.key`,
    values: [id],
  });
  return rows.map(({ text, epoch_ms: at, condition_state: state }) =>
    [new Date(Number(at)).toISOString().slice(11, 19), state ?? '-', text.slice(0, 40)].join(' '),
  );
}

test('PagerDuty signs with one secret or two, and what it sends again is told once', async () => {
  const hook = await newHook(admin, 'pagerduty', { secret });
  const bodies = bodiesOf('pagerduty')
    .slice(0, 9)
    .map((body) => JSON.stringify(body));
  for (const [index, text] of [...bodies.toReversed(), ...bodies].entries()) {
    const signature = index % 2 === 0 ? `v1=${sign(text)}` : `v1=${sign(text, 'old')},v1=${sign(text)}`;
    const headers = { 'x-pagerduty-signature': signature, 'x-webhook-id': `webhook-${bodies.indexOf(text)}` };
    assert.equal(await send(hook, text, headers), 200);
  }
  const [first = ''] = bodies;
  assert.equal(await send(hook, first, { 'x-pagerduty-signature': `v1=${sign(first, 'old')}` }), 401);
  assert.equal(await send(hook, first), 401);
  const signals = await signalsOf(hook);
  assert.equal(signals.length, 9);
  assert.deepEqual(
    [signals[0], signals.at(-1)],
    ['14:23:41 open PagerDuty incident #412 triggered: Check', '15:04:27 closed PagerDuty incident #412 resolved'],
  );
});

test('Grafana signs body and time, and an old body stands where it came', async () => {
  const hook = await newHook(admin, 'grafana', { secret });
  const timed = (text: string, seconds: number) => ({
    'x-grafana-alerting-signature': sign(`${seconds}:${text}`),
    'x-grafana-alerting-timestamp': String(seconds),
  });
  const bodies = bodiesOf('grafana').map((body) => JSON.stringify(body));
  for (const text of bodies) {
    assert.equal(await send(hook, text, timed(text, nowMs / 1000 - 3600)), 401);
    assert.equal(await send(hook, text, timed(text, nowMs / 1000)), 200);
  }
  assert.deepEqual(await signalsOf(hook), [
    '14:23:10 open Alert HighErrorRate (checkout) fired: 5x',
    '15:02:20 closed Alert HighErrorRate (checkout) resolved',
    '15:10:00 open Alert Queue backlog fired: The order que',
  ]);
});

test('Opsgenie and Datadog are known by their address, as JSON and as a form', async () => {
  const opsgenie = await newHook(admin, 'opsgenie');
  for (const body of bodiesOf('opsgenie')) assert.equal(await send(opsgenie, JSON.stringify(body)), 200);
  assert.deepEqual(
    (await signalsOf(opsgenie)).map((line) => line.slice(0, 30)),
    [
      '14:23:41 open Opsgenie alert #',
      '14:27:02 - Opsgenie alert #120',
      '14:41:33 - The pool of the ord',
      '14:50:10 - Opsgenie alert #120',
      '15:04:27 closed Opsgenie alert',
    ],
  );
  const datadog = await newHook(admin, 'datadog');
  for (const body of bodiesOf('datadog') as Record<string, unknown>[]) {
    const { org: _org, ...fields } = body;
    assert.equal(await send(datadog, JSON.stringify(body)), 200);
    assert.equal(await send(datadog, new URLSearchParams(fields as Record<string, string>).toString()), 200);
  }
  assert.deepEqual(await signalsOf(datadog), [
    '14:23:41 open Monitor Checkout error rate (service:che',
    '14:28:41 - Monitor Checkout error rate (service:che',
    '14:33:41 - Datadog incident 57 is active: Customers',
    '15:03:11 closed Monitor Checkout error rate (service:che',
  ]);
});
