import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { newHook, readAll, type TestHook } from '../../../test/server/hooks.ts';
import { listeningServer } from '../../../test/server/listening.ts';

// Platforms as they deliver: AWS, Sentry, a status page, CloudEvents, an OpenTelemetry Collector and an API server of Kubernetes.
const nowMs = Date.UTC(2026, 2, 4, 15, 40);
const server = await listeningServer({ now: () => new Date(nowMs).toISOString() });
const { origin, database } = server.around;
const admin = await server.person('admin');
const secret = 'a secret of both sides';

const sampleOf = (source: string): string =>
  readFileSync(new URL(`../../sources/${source}/sample.json`, import.meta.url), 'utf8');
const bodiesOf = (source: string): string[] =>
  (JSON.parse(sampleOf(source)) as unknown[]).map((body) => JSON.stringify(body));

async function send({ path }: TestHook, body: string, headers: Record<string, string> = {}): Promise<number> {
  const all = { 'content-type': 'application/json', ...headers };
  return (await fetch(`${origin}${path}`, { method: 'POST', body, headers: all })).status;
}

async function signalsOf({ id }: TestHook): Promise<string[]> {
  await readAll(server);
  const { rows } = await database.query<{
    text: string;
    epoch_ms: number;
    service: string | null;
    actor: string | null;
    condition_state: string | null;
  }>({
    text: `select s.text, s.epoch_ms, s.service, s.actor, s.condition_state from signal s
      where exists (select from sighting g join delivery d on d.id = g.delivery_id where g.signal_id = s.id and d.hook_id = $1)
      order by s.epoch_ms, s.key`,
    values: [id],
  });
  return rows.map(({ text, epoch_ms: at, service, actor, condition_state: state }) =>
    [
      new Date(Number(at)).toISOString().slice(11, 19),
      state ?? '-',
      service ?? '-',
      actor ?? '-',
      text.slice(0, 30),
    ].join(' | '),
  );
}

test('an alarm by API destination needs its key, opens and closes; an unsigned message of SNS is refused', async () => {
  const hook = await newHook(admin, 'cloudwatch', { secret });
  const [, ...events] = bodiesOf('cloudwatch');
  const alarm = (JSON.parse(bodiesOf('cloudwatch')[0] ?? '') as { Message: string }).Message;
  for (const body of [...events, alarm, ...events]) assert.equal(await send(hook, body, { 'x-api-key': secret }), 200);
  assert.equal(await send(hook, alarm), 401);
  assert.equal(await send(hook, alarm, { 'x-api-key': 'another' }), 401);
  assert.deepEqual(await signalsOf(hook), [
    '14:19:58 | - | - | aws.ecs | ECS Deployment State Change: c',
    '14:23:10 | open | - | CloudWatch | Alarm checkout-5xx fired: Thre',
    '14:41:33 | - | - | mara.lind | UpdateService of ecs',
    '15:02:25 | closed | - | CloudWatch | Alarm checkout-5xx went back t',
  ]);
  const sns = await newHook(admin, 'cloudwatch');
  const forged = JSON.stringify({
    ...JSON.parse(bodiesOf('cloudwatch')[0] ?? ''),
    SigningCertURL: 'https://example.org/x.pem',
  });
  assert.equal(await send(sns, forged, { 'content-type': 'text/plain; charset=UTF-8' }), 401);
  const raw = {
    'x-amz-sns-rawdelivery': 'true',
    'x-amz-sns-message-id': 'm1',
    'content-type': 'text/plain; charset=UTF-8',
  };
  assert.deepEqual([await send(sns, alarm, raw), await send(sns, alarm, raw)], [200, 200]);
  assert.equal((await signalsOf(sns)).length, 1);
});

test('Sentry signs its bodies, and the time of a change of an issue is that of the request', async () => {
  const hook = await newHook(admin, 'sentry', { secret });
  const sign = (body: string, by = secret) => createHmac('sha256', by).update(body).digest('hex');
  const [alert = '', created = '', critical = '', comment = '', resolved = ''] = bodiesOf('sentry');
  const closed = created.replace('"created"', '"resolved"');
  for (const [index, body] of [resolved, alert, created, closed, critical, comment].entries()) {
    const headers = {
      'sentry-hook-signature': sign(body),
      'sentry-hook-timestamp': String(Date.UTC(2026, 2, 4, 15, 5) / 1000),
      'request-id': `request-${index}`,
    };
    assert.equal(await send(hook, body, headers), 200);
  }
  assert.equal(await send(hook, alert, { 'sentry-hook-signature': sign(alert, 'old') }), 401);
  assert.deepEqual(await signalsOf(hook), [
    '14:20:19 | - | checkout | Sentry | New issue CHECKOUT-4X: PoolTim',
    '14:22:41 | - | checkout | Sentry | Sentry alert "More than 50 err',
    '14:25:02 | open | checkout | Sentry | Metric alert Errors of checkou',
    '14:36:05 | - | checkout | Mara Lind | The pool went from 20 to 2 wit',
    '14:58:00 | closed | checkout | Sentry | Metric alert Errors of checkou',
    '15:05:00 | - | checkout | Sentry | Issue resolved CHECKOUT-4X: Po',
  ]);
});

test('a status page tells its posts once, however often it brings them, each with its component', async () => {
  const hook = await newHook(admin, 'statuspage');
  for (const body of [...bodiesOf('statuspage'), ...bodiesOf('statuspage').toReversed()]) {
    assert.equal(await send(hook, body), 200);
  }
  assert.deepEqual(await signalsOf(hook), [
    '14:39:12 | - | Checkout | Status page | Status page: Orders fail at ch',
    '14:39:12 | open | Checkout | Status page | Status page: Checkout: operati',
    '15:03:00 | - | Checkout | Status page | Status page: Orders fail at ch',
    '15:31:06 | - | Checkout | Status page | Status page: Orders fail at ch',
  ]);
});

test('CloudEvents come in each mode and are told once; a body in binary mode need not be JSON', async () => {
  const hook = await newHook(admin, 'cloudevents', { secret });
  const bearer = { authorization: `Bearer ${secret.replaceAll(' ', '-')}` };
  assert.equal(await send(hook, sampleOf('cloudevents')), 401);
  assert.equal(await send(hook, sampleOf('cloudevents'), bearer), 401);
  const open = await newHook(admin, 'cloudevents');
  const [, flag = ''] = bodiesOf('cloudevents');
  assert.equal(
    await send(open, sampleOf('cloudevents'), { 'content-type': 'application/cloudevents-batch+json' }),
    200,
  );
  assert.equal(await send(open, flag, { 'content-type': 'application/cloudevents+json' }), 200);
  const attributes = {
    'ce-specversion': '1.0',
    'ce-source': '%2Fwatch%2Fshop',
    'ce-id': 'x1',
    'ce-type': 'example.shop.note',
  };
  const binary = { ...attributes, 'ce-time': '2026-03-04T14:50:00Z', 'content-type': 'application/xml' };
  assert.equal(await send(open, '<note>pool resized</note>', binary), 200);
  assert.equal(await send(open, '<note>pool resized</note>', binary), 200);
  assert.deepEqual(await signalsOf(open), [
    '14:20:02 | - | - | /deployer/shop | Service upgraded: checkout pkg',
    '14:38:40 | - | - | /flags/shop | example.shop.flag.changed of c',
    '14:50:00 | - | - | /watch/shop | example.shop.note: <note>pool ',
    '15:09:40 | - | checkout | /watch/shop | Incident resolved: Orders go t',
  ]);
});

test('a sender of CloudEvents may ask whether it may deliver, where there is a hook', async () => {
  const { path } = await newHook(admin, 'cloudevents');
  const ask = (to: string, from: string) =>
    fetch(`${origin}${to}`, { method: 'OPTIONS', headers: { 'webhook-request-origin': from } });
  const asked = await ask(path, 'eventgrid.azure.net');
  assert.deepEqual(
    ['webhook-allowed-origin', 'webhook-allowed-rate', 'allow'].map((name) => asked.headers.get(name)),
    ['eventgrid.azure.net', '*', 'POST, OPTIONS'],
  );
  assert.equal((await ask(path, 'no host')).headers.get('webhook-allowed-origin'), null);
  assert.equal((await ask(`${path}x`, 'eventgrid.azure.net')).status, 404);
});

test('events of a cluster are delivered one by one or all there are, and each is told once', async () => {
  const hook = await newHook(admin, 'kubernetes', { secret: 't0ken-of-both' });
  const token = { authorization: 'Bearer t0ken-of-both' };
  const all = JSON.parse(sampleOf('kubernetes')) as { items: { type: string; reason: string }[] };
  const warning = all.items.find(({ type }) => type === 'Warning');
  // An exporter leaves out what the API puts around an event: its kind and version.
  const bare = JSON.stringify({ ...warning, kind: undefined, apiVersion: undefined, clusterName: 'prod' });
  assert.deepEqual([await send(hook, bare), await send(hook, bare, token)], [401, 200]);
  const [one, ...others] = await signalsOf(hook);
  assert.ok(one?.includes(warning?.reason ?? '?') && others.length === 0, one);
  assert.equal(await send(hook, sampleOf('kubernetes'), token), 200);
  const told = await signalsOf(hook);
  assert.ok(told.length > 1 && told.includes(one ?? '?'), told.join('\n'));
  assert.equal(new Set(told).size, told.length);
});

test('a Collector and an API server prove themselves by a bearer token', async () => {
  const token = { authorization: 'Bearer t0ken-of-both' };
  const logs = await newHook(admin, 'opentelemetry', { secret: 't0ken-of-both' });
  assert.deepEqual(
    [await send(logs, sampleOf('opentelemetry')), await send(logs, sampleOf('opentelemetry'), token)],
    [401, 200],
  );
  assert.deepEqual(
    (await signalsOf(logs)).map((line) => line.slice(0, 40)),
    [
      '14:20:02 | - | checkout | checkout | INF',
      '14:22:21 | - | checkout | checkout | ERR',
      '14:22:21 | - | checkout | checkout | ERR',
    ],
  );
  const audit = await newHook(admin, 'kubernetes-audit', { secret: 't0ken-of-both' });
  assert.equal(await send(audit, sampleOf('kubernetes-audit'), token), 200);
  assert.deepEqual(
    (await signalsOf(audit)).map((line) => line.split(' | ').at(-1)),
    [
      'patched deployments shop/check',
      'ran a command in pods shop/che',
      'tried to patch deployments sho',
      'scaled deployments shop/checko',
    ],
  );
});
