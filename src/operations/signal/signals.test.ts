import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeOldDeliveries } from '../delivery/remove-old.ts';
import { alertBody, newHook, readAll } from '../../../test/server/hooks.ts';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const { app, around } = server;
const admin = await server.person('admin');
const editor = await server.person('editor');
const hook = await newHook(admin, 'alertmanager');

const send = async (body: object | string, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await app.request(hook.path, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: answer.status, text: await answer.text() };
};
const newIncident = async () =>
  ((await editor.call('POST', '/incidents', { title: 'Checkout fails' })).json as unknown as { id: string }).id;
type Entry = { text: string; at: string; evidence: string; source: string; count?: number; milestone?: string };
const timelineOf = async (incident: string) =>
  ((await editor.call('GET', `/incidents/${incident}`)).json as unknown as { record: { timeline?: Entry[] } }).record
    .timeline ?? [];
const signals = async () =>
  (
    await around.database.query<{ id: string; text: string; count: number; service: string; state: string }>({
      text: 'select id, text, count, service, condition_state as state from signal order by epoch_ms, text',
      values: [],
    })
  ).rows;

test('an alert that is sent again and resolved is two signals, each told once', async () => {
  assert.deepEqual(await send(alertBody()), { status: 200, text: '{"kept":true}' });
  assert.deepEqual(await send(alertBody()), { status: 200, text: '{"kept":true}' });
  await send(alertBody({ groupKey: 'another' }));
  await send(alertBody({ ended: '2026-03-04T15:02:25Z' }));
  assert.equal(await readAll(server), 3);
  assert.deepEqual(
    (await signals()).map(({ text, count, service, state }) => [text, count, service, state]),
    [
      ['Alert HighErrorRate (checkout) fired: HighErrorRate on checkout', 3, 'checkout', 'open'],
      ['Alert HighErrorRate (checkout) resolved', 1, 'checkout', 'closed'],
    ],
  );
  const { counts } = (await admin.call('GET', `/hooks/${hook.id}`)).json as unknown as { counts: object };
  assert.deepEqual(counts, { read: 3, unread: 0, repeated: 1, refused: 0, waiting: 0 });
});

test('a page of signals that nobody was told of is refused as wrong input, and not as a mistake of ours', async () => {
  for (const after of [`1.2.3,${'a'.repeat(36)}`, `5,${'-'.repeat(36)}`]) {
    const { status, json } = await admin.call('GET', `/signals?after=${after}`);
    assert.deepEqual([status, json['code']], [400, 'input.invalid'], after);
  }
});

test('a signal is shown with its original and its place there, to editors and not to readers', async () => {
  const [first] = await signals();
  const shown = await editor.call('GET', `/signals/${first?.id}`);
  const { text, pointer, original, isCut } = shown.json as unknown as Record<string, string>;
  assert.match(String(text), /^Alert HighErrorRate/);
  assert.match(String(pointer), /^\/alerts\/0/);
  assert.deepEqual([JSON.parse(String(original)).alerts.length, isCut], [1, false]);
  const viewer = await server.person('viewer');
  assert.equal((await viewer.call('GET', `/signals/${first?.id}`)).status, 403);
  assert.equal((await editor.call('GET', '/signals/none')).status, 404);
});

test('joined signals are events of the timeline that point into their originals; joined again, nothing changes', async () => {
  const incident = await newIncident();
  const ids = (await signals()).map(({ id }) => id);
  const joined = await editor.call('POST', `/incidents/${incident}/signals`, { signals: ids });
  assert.equal(joined.status, 200, joined.text);
  const again = await editor.call('POST', `/incidents/${incident}/signals`, { signals: ids });
  assert.deepEqual(again.json, { joined: 0, added: [], changed: [], attached: 0, withoutPlace: 0 });
  const timeline = await timelineOf(incident);
  assert.deepEqual(
    timeline.map(({ at, text, source, milestone }) => [at, text.slice(0, 37), source, milestone]),
    [
      ['2026-03-04T14:23:10Z', 'Alert HighErrorRate (checkout) fired:', 'alertmanager', 'detected'],
      ['2026-03-04T15:02:25Z', 'Alert HighErrorRate (checkout) resolv', 'alertmanager', 'mitigated'],
    ],
  );
  for (const { evidence } of timeline) {
    const [, sha256 = '', pointer = ''] = /^sha256:(\w{64})#(\/alerts\/0.*)$/.exec(evidence) ?? [];
    const original = await editor.call('GET', `/incidents/${incident}/evidence/${sha256}/content`);
    assert.equal(original.status, 200, evidence);
    assert.ok(JSON.parse(original.text).alerts[0], pointer);
  }
});

test('what a person changed in such an event stays when more of the same comes, and what they took out stays away', async () => {
  const incident = await newIncident();
  const alert = 'QueueFull';
  await send(alertBody({ alert }));
  await readAll(server);
  const idOf = async (word: string) =>
    (await signals()).find(({ text }) => text.includes(`${alert} (checkout) ${word}`))?.id ?? '';
  const first = await idOf('fired');
  const { added } = (await editor.call('POST', `/incidents/${incident}/signals`, { signals: [first] }))
    .json as unknown as { added: [string] };
  const edit = { set: { text: 'The queue was full' }, seen: 1 };
  assert.equal((await editor.call('PATCH', `/incidents/${incident}/timeline/${added[0]}`, edit)).status, 200);
  await send(alertBody({ alert, ended: '2026-03-04T15:30:00Z' }));
  await readAll(server);
  const second = await idOf('resolved');
  await editor.call('POST', `/incidents/${incident}/signals`, { signals: [second] });
  assert.deepEqual(
    (await timelineOf(incident)).map(({ text }) => text),
    ['The queue was full', 'Alert QueueFull (checkout) resolved'],
  );
  const shown = (await editor.call('GET', `/incidents/${incident}`)).json as unknown as {
    versions: { timeline: { id: string; version: number }[] };
  };
  const [, resolved] = shown.versions.timeline;
  await editor.call('DELETE', `/incidents/${incident}/timeline/${resolved?.id}?seen=${resolved?.version}`);
  await editor.call('POST', `/incidents/${incident}/signals`, { signals: [first, second] });
  assert.equal((await timelineOf(incident)).length, 1);
});

test('signals that leave take their events along, and can join another incident', async () => {
  const [one, other] = [await newIncident(), await newIncident()];
  await send(alertBody({ alert: 'DiskFull' }));
  await readAll(server);
  const id = (await signals()).find(({ text }) => text.includes('DiskFull'))?.id ?? '';
  await editor.call('POST', `/incidents/${one}/signals`, { signals: [id] });
  const elsewhere = await editor.call('POST', `/incidents/${other}/signals`, { signals: [id] });
  assert.equal(elsewhere.json['code'], 'signal.elsewhere');
  const left = await editor.call('POST', `/incidents/${one}/signals/leave`, { signals: [id] });
  assert.equal(left.status, 200, left.text);
  assert.deepEqual(await timelineOf(one), []);
  await editor.call('POST', `/incidents/${other}/signals`, { signals: [id] });
  assert.equal((await timelineOf(other)).length, 1);
});

test('a delivery that its source does not understand is kept with the reason, and can be read again', async () => {
  assert.equal((await send('{"hello": "world"}')).status, 200);
  assert.equal((await send('{"alerts": [{"labels": {}, "star')).status, 200);
  await readAll(server);
  const list = (await admin.call('GET', '/deliveries?state=unread')).json as unknown as {
    items: { id: string; reason: string }[];
  };
  assert.deepEqual(
    list.items.map(({ reason }) => reason.slice(0, 40)),
    ['The JSON ends too early in line 1. The f', 'There is no Alertmanager webhook body he'],
  );
  const [broken] = list.items;
  const queued = await admin.call('POST', `/deliveries/${broken?.id}/read-again`);
  assert.deepEqual(queued.json, { id: broken?.id, state: 'waiting' });
  await readAll(server);
  const { counts } = (await admin.call('GET', `/hooks/${hook.id}`)).json as unknown as { counts: { unread: number } };
  assert.equal(counts.unread, 2);
  const shown = (await admin.call('GET', `/deliveries/${broken?.id}`)).json as unknown as { text: string };
  assert.equal(shown.text, '{"alerts": [{"labels": {}, "star');
});

test('secrets are masked before anything is stored, and counted', async () => {
  const secret = `ghp_${'a1B2c3D4'.repeat(5)}`;
  const body = alertBody({ alert: 'Leak' });
  const [alert] = body.alerts;
  assert.ok(alert);
  alert.annotations.summary = `token ${secret} was used`;
  await send(body);
  await readAll(server);
  const { rows } = await around.database.query<{ all: string }>({
    text: `select (select string_agg(convert_from(body, 'utf8'), '') from delivery) || (select string_agg(s::text, '') from signal s)
      || (select string_agg(payload, '') from entry) as all`,
    values: [],
  });
  assert.ok(rows[0]?.all.includes('(masked: '));
  assert.ok(rows[0]?.all.includes(secret) === false);
  const { items } = (await admin.call('GET', '/deliveries?limit=1')).json as unknown as { items: { masked: object }[] };
  assert.deepEqual(Object.values(items[0]?.masked ?? {}), [1]);
});

test('readers at the same time share the work and count everything once, while repeats are counted', async () => {
  const alerts = Array.from({ length: 12 }, (_, index) => `Shared${index}`);
  const bodies = alerts.flatMap((alert) =>
    Array.from({ length: 25 }, (_, sending) => ({ alert, groupKey: `${sending}` })),
  );
  for (const round of [1, 2]) {
    await Promise.all(bodies.map((one) => send(alertBody(one))));
    const read = await Promise.all([readAll(server), readAll(server), readAll(server)]);
    assert.equal(read[0] + read[1] + read[2], round === 1 ? bodies.length : 0);
  }
  const { rows } = await around.database.query<{ count: number; repeats: number }>({
    text: `select s.count, (select sum(d.repeats)::int from sighting t join delivery d on d.id = t.delivery_id where t.signal_id = s.id) as repeats
      from signal s where s.text like '%Shared%'`,
    values: [],
  });
  assert.deepEqual(
    rows,
    alerts.map(() => ({ count: 25, repeats: 25 })),
  );
});

test('what is old and belongs to no incident is removed; what an incident has stays', async () => {
  const incident = await newIncident();
  await send(alertBody({ alert: 'Kept' }));
  await send(alertBody({ alert: 'Forgotten' }));
  await send(`{"alerts": ["${'x'.repeat(300_000)}"]}`);
  await readAll(server);
  const id = (await signals()).find(({ text }) => text.includes('Kept'))?.id ?? '';
  await editor.call('POST', `/incidents/${incident}/signals`, { signals: [id] });
  const { rows } = await around.database.query<{ sha256: string }>({
    text: "select encode(sha256, 'hex') as sha256 from delivery where body is null and sha256 is not null",
    values: [],
  });
  const apart = rows[0]?.sha256 ?? '';
  assert.ok(await around.evidence.has(apart));
  const later = new Date(Date.now() + 60_000).toISOString();
  while (await removeOldDeliveries(around.database, around.evidence, later));
  assert.deepEqual(await around.evidence.has(apart), false);
  const texts = (await signals()).map(({ text }) => text);
  assert.ok(texts.some((text) => text.includes('Kept')));
  assert.ok(!texts.some((text) => text.includes('Forgotten')));
  const [entry] = await timelineOf(incident);
  const sha256 = /^sha256:(\w{64})/.exec(entry?.evidence ?? '')?.[1];
  assert.equal((await editor.call('GET', `/incidents/${incident}/evidence/${sha256}/content`)).status, 200);
});
