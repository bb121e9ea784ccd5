import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { alertBody, newHook, readAll } from '../../../test/server/hooks.ts';
import { testServer } from '../../../test/server/server.ts';
import { storedContext } from '../../http/stored-context.ts';
import { sourceActor } from '../access/actor.ts';
import { correlate, reconsider } from './correlate.ts';
import { retell } from './retell.ts';

const server = await testServer();
const { app, around } = server;
const owner = await server.person('owner');
const editor = await server.person('editor');
const hook = await newHook(owner, 'alertmanager');

type Alert = NonNullable<Parameters<typeof alertBody>[0]>;
const send = async (alert: Alert = {}) =>
  app.request(hook.path, {
    method: 'POST',
    body: JSON.stringify(alertBody(alert)),
    headers: { 'content-type': 'application/json' },
  });
const asSource = () => storedContext(around, sourceActor, around.now());
const run = async () => {
  await readAll(server);
  while ((await correlate(await asSource())) > 0);
};
const setRules = async (value: string) => {
  const { items } = (await owner.call('GET', '/settings')).json as unknown as {
    items: { name: string; version: number }[];
  };
  const seen = items.find(({ name }) => name === 'signals.rules')?.version ?? 0;
  return owner.call('PATCH', '/settings/signals.rules', { value, seen });
};
type Waiting = { id: string; text: string; decision: { rule: string; why: { form: string } } | null }[];
const waiting = async (state = 'waiting') =>
  (await editor.call('GET', `/signals?state=${state}`)).json['items'] as unknown as Waiting;
const timeline = async (incident: string) =>
  ((await editor.call('GET', `/incidents/${incident}`)).json['record'] as unknown as { timeline?: { text: string }[] })
    .timeline ?? [];
const newIncident = async (services: string, startMs: number) =>
  String(
    (
      await editor.call('POST', '/incidents', {
        title: 'An outage',
        record: {
          incident: { services, start: { at: new Date(startMs).toISOString(), precision: 'instant', zone: 'UTC' } },
        },
      })
    ).json['id'],
  );

test('a signal without an incident waits and says why; it joins when one of its service is opened, and opens none by itself', async () => {
  await send({ service: 'search', at: '2026-03-04T14:23:10Z' });
  await run();
  const [signal, ...others] = await waiting();
  assert.deepEqual([others, signal?.decision?.why.form], [[], 'No rule found an incident for it.']);
  const basis = await reconsider(await asSource(), undefined);
  // As the job does: what is asked about again is decided again.
  await run();
  assert.equal((await editor.call('GET', '/incidents')).json['items']?.['length'], 0);
  const incident = await newIncident('search', Date.parse('2026-03-04T14:20:00Z'));
  assert.notEqual(await reconsider(await asSource(), basis), basis);
  await run();
  assert.deepEqual(await waiting(), []);
  assert.equal((await timeline(incident)).length, 1);
});

test('rules of a team open one incident for a storm, ignore noise, and are refused with the line when they are wrong', async () => {
  const wrong = await setRules('rules:\n  - name: A\n    do: explode\n');
  assert.equal(wrong.json['code'], 'setting.invalid');
  assert.match(wrong.text, /line 3/);
  const text = `rules:
  - {name: Noise, when: {severity: info}, do: ignore}
  - {name: Same alert, do: join, by: condition}
  - {name: Same service, do: join}
  - {name: Pages, when: {service: pay*}, do: open, title: "{service}: {condition}", severity: {critical: SEV1}}
`;
  const tried = await owner.call('POST', '/rules/try', { text });
  assert.equal(tried.status, 200, tried.text);
  assert.equal((await setRules(text)).status, 200);
  for (let index = 0; index < 12; index += 1)
    await send({
      service: 'payments',
      alert: `High${index % 4}`,
      at: `2026-03-05T10:0${index % 4}:00Z`,
      groupKey: `g${index}`,
    });
  await send({ service: 'payments', alert: 'Chatter', severity: 'info', at: '2026-03-05T10:01:00Z' });
  await run();
  const { items } = (await editor.call('GET', '/incidents')).json as unknown as {
    items: { id: string; title: string }[];
  };
  const opened = items.filter(({ title }) => title.startsWith('payments: '));
  assert.equal(opened.length, 1, JSON.stringify(items));
  assert.equal((await timeline(String(opened[0]?.id))).length, 4);
  assert.deepEqual(
    (await waiting('ignored')).map(({ decision }) => decision?.rule),
    ['Noise'],
  );
});

test('what is approved is not changed by a signal, which then waits and says so', async () => {
  const incident = await newIncident('mail', Date.parse('2026-03-06T10:00:00Z'));
  await around.database.query({ text: `update incident set status = 'approved' where id = $1`, values: [incident] });
  await send({ service: 'mail', at: '2026-03-06T10:05:00Z' });
  await run();
  assert.equal((await timeline(incident)).length, 0);
  assert.ok((await waiting()).some(({ text }) => text.includes('mail')));
});

test('who opens an incident from signals that somebody else took leaves no empty one; the same request again finds its own', async () => {
  await send({ service: 'taken', at: '2026-03-07T10:05:00Z' });
  await run();
  const signals = (await waiting()).filter(({ text }) => text.includes('taken')).map(({ id }) => id);
  const open = (key: string) =>
    editor.call('POST', '/signals/open', { signals, title: 'Taken' }, { 'idempotency-key': key });
  const count = async () =>
    ((await editor.call('GET', '/incidents?title=Taken')).json['items'] as unknown as object[]).length;
  const [first, second] = [randomUUID(), randomUUID()];
  const opened = await open(first);
  assert.equal(opened.status, 200, opened.text);
  assert.equal((await open(second)).json['code'], 'signal.elsewhere');
  assert.equal((await open(first)).json['key'], opened.json['key']);
  assert.equal(await count(), 1);
});

test('a person opens an incident from signals, or ignores them and takes it back; viewers see none', async () => {
  await send({ service: 'queue', alert: 'Backlog', at: '2026-03-07T10:05:00Z' });
  await run();
  const [signal] = (await waiting()).filter(({ text }) => text.includes('queue'));
  const signals = [signal?.id];
  assert.equal((await editor.call('POST', '/signals/ignore', { signals })).json['changed'], 1);
  assert.ok((await waiting('ignored')).some(({ id }) => id === signal?.id));
  assert.equal((await editor.call('POST', '/signals/ignore', { signals, ignored: false })).json['changed'], 1);
  const opened = await editor.call('POST', '/signals/open', { signals });
  assert.equal(opened.json['joined'], 1, opened.text);
  assert.equal((await timeline(String(opened.json['id']))).length, 1);
  const viewer = await server.person('viewer');
  assert.equal((await viewer.call('GET', '/signals')).status, 403);
});

test('a timeline says what later deliveries say of its signals, once', async () => {
  const incident = await newIncident('store', Date.parse('2026-03-08T10:00:00Z'));
  const say = async (summary: string) => {
    const body = alertBody({ service: 'store', alert: 'Words', at: '2026-03-08T10:05:00Z' });
    for (const alert of body.alerts) alert.annotations.summary = summary;
    const headers = { 'content-type': 'application/json' };
    await app.request(hook.path, { method: 'POST', body: JSON.stringify(body), headers });
  };
  await say('first words');
  await run();
  const first = await timeline(incident);
  for (let index = 0; index < 16; index += 1) await say(`words ${index}`);
  await run();
  assert.equal(await retell(await asSource()), 1);
  const [entry, ...others] = await timeline(incident);
  assert.deepEqual([first.length, others], [1, []]);
  assert.notEqual(entry?.text, first[0]?.text);
  assert.equal(await retell(await asSource()), 0);
});

test('a rule that fits everything opens twenty incidents an hour, and leaves the rest to a person', async () => {
  assert.equal((await setRules('rules:\n  - {name: All, do: open, title: "Flood {service}"}\n')).status, 200);
  for (let index = 0; index < 30; index += 1)
    await send({ service: `flood-${index}`, alert: 'Flood', at: '2026-03-09T10:05:00Z', groupKey: `f${index}` });
  await run();
  const { rows } = await around.database.query<{ count: number }>({
    text: `select count(*)::integer as count from incident where created_by = 'source'`,
    values: [],
  });
  assert.equal(rows[0]?.count, 20);
  const left = (await waiting()).filter(({ text }) => text.includes('flood-'));
  assert.ok(left.length >= 10 && left.every(({ decision }) => decision?.why.form.startsWith('Rules opened')));
});
