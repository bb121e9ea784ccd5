import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { indexing } from '../../../test/server/indexing.ts';
import { testServer } from '../../../test/server/server.ts';
import type { PostmortemRecord } from '../../record/record.ts';

const server = await testServer();
const ann = await server.person('editor', 'Ann');
const owner = await server.person('owner', 'Olga');
const settled = indexing(server.around.database);
const example = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../../examples/checkout-outage', name), 'utf8');
const chat = 'slack/inc-2026-10-14-checkout/2026-10-14.json';

type Shown = { id: string; version: number; versions: { summary: number }; record: PostmortemRecord };
type Named = { id: string; name: string };
type Drafted = {
  written: string[];
  kept: string[];
  events: number;
  sources: string[];
  unread: { name: string; why: string }[];
};

const newIncident = async () =>
  `/incidents/${(await ann.call('POST', '/incidents', { title: 'Checkout' })).json['id']}`;
const attach = async (incident: string, name: string, text = example(name)) =>
  assert.equal((await ann.call('POST', `${incident}/evidence?name=${path.basename(name)}`, text)).status, 200);
const show = async (incident: string) => (await ann.call('GET', incident)).json as unknown as Shown;
const draft = async (incident: string) => {
  const answer = await ann.call('POST', `${incident}/draft`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json as unknown as Drafted;
};

test('all evidence becomes one document: timeline, account, impact, steps, people, what was told, and open questions', async () => {
  const incident = await newIncident();
  for (const name of ['alertmanager.json', 'kubectl-events.json', chat]) await attach(incident, name);
  await attach(incident, 'photo.txt', 'A picture of the whiteboard');
  const { events, sources, unread } = await draft(incident);
  const { record } = await show(incident);
  assert.deepEqual(sources.toSorted(), ['alertmanager', 'kubernetes', 'slack']);
  assert.equal(record.timeline?.length, events);
  assert.deepEqual(
    unread.map(({ name }) => name),
    ['photo.txt'],
  );
  assert.equal(record.incident?.title, 'Checkout');
  assert.match(
    record.impact?.text ?? '',
    /^Alert CheckoutErrorRateHigh \(checkout\) was open from 14:07 UTC to 15:04 UTC/,
  );
  for (const sentence of (record.rootCause?.whatHappened ?? '').split(/(?<=\)\.)\s+/))
    assert.match(sentence, /\(2026-10-14 \d\d:\d\d UTC, (?:alertmanager|kubernetes|slack)\)\.$/);
  assert.ok((record.steps?.length ?? 0) >= 2 && (record.attendees?.length ?? 0) >= 3);
  assert.deepEqual(
    record.custom?.map(({ heading }) => heading),
    ['Open questions'],
  );
});

test('a second draft of the same evidence changes nothing', async () => {
  const incident = await newIncident();
  await attach(incident, 'alertmanager.json');
  await draft(incident);
  const before = await show(incident);
  const again = await draft(incident);
  assert.deepEqual([again.written, again.events, again.kept], [[], 0, ['incident.title']]);
  assert.deepEqual(await show(incident), before);
});

test('more evidence writes anew what nobody changed, and leaves what a person wrote', async () => {
  const incident = await newIncident();
  await attach(incident, 'alertmanager.json');
  await draft(incident);
  const { versions, record } = await show(incident);
  const set = { text: 'We do not know yet.' };
  const edited = await ann.call('PATCH', `${incident}/record/summary`, { set, seen: versions.summary });
  assert.equal(edited.status, 200, edited.text);
  await attach(incident, chat);
  const { written, kept } = await draft(incident);
  const after = (await show(incident)).record;
  assert.equal(after.summary?.text, 'We do not know yet.');
  assert.ok(kept.includes('summary.text') && written.includes('rootCause.whatHappened'), `${kept} / ${written}`);
  assert.notEqual(after.rootCause?.whatHappened, record.rootCause?.whatHappened);
  assert.equal(after.custom?.length, 1);
  assert.notEqual(after.custom?.[0]?.text, record.custom?.[0]?.text);
  assert.ok((after.timeline?.length ?? 0) > (record.timeline?.length ?? 0));
});

test('events that come later stand where they belong in time, whichever way they come', async () => {
  const incident = await newIncident();
  await attach(incident, chat);
  await draft(incident);
  const before = (await show(incident)).record.timeline?.length ?? 0;
  await attach(incident, 'kubectl-events.json');
  const { events } = await draft(incident);
  await attach(incident, 'alertmanager.json');
  const { items } = (await ann.call('GET', `${incident}/evidence`)).json as unknown as { items: Named[] };
  const alerts = items.find(({ name }) => name === 'alertmanager.json')?.id;
  assert.equal((await ann.call('POST', `${incident}/evidence/${alerts}/draft`)).status, 200);
  const times = ((await show(incident)).record.timeline ?? []).map(({ at = '' }) => at);
  assert.ok(before > 0 && events > 0 && times.length > before + events);
  assert.deepEqual(times, times.toSorted());
});

test('recorded tool calls join the timeline of a draft once, and its steps stand beside them', async () => {
  const incident = await newIncident();
  await attach(incident, chat);
  const at = { at: '2026-10-14T14:31:00Z', precision: 'instant', zone: 'UTC' };
  const entry = {
    text: 'rollback: release=41',
    tool: 'rollback (MCP, ops 1)',
    result: 'ok after 2 s',
    at,
    by: 'agent x',
  };
  const recorded = { steps: [{ key: 's-1', step: entry }] };
  assert.equal((await ann.call('POST', `${incident}/steps/record`, recorded)).status, 200);
  const { kept } = await draft(incident);
  const { record } = await show(incident);
  assert.equal(record.timeline?.filter(({ source }) => source === 'steps').length, 1);
  const steps = (record.steps ?? []).map((step) => step.at?.at ?? '');
  assert.ok(steps.length > 1 && record.steps?.some(({ tool }) => tool !== undefined));
  assert.deepEqual(steps, steps.toSorted());
  assert.ok(!kept.includes('steps'));
  const again = await draft(incident);
  assert.deepEqual([again.events, again.written], [0, []]);
  assert.deepEqual((await show(incident)).record, record);
});

test('a third draft changes nothing, in whichever order the evidence came', async () => {
  const incident = await newIncident();
  await attach(incident, chat);
  await draft(incident);
  await attach(incident, 'alertmanager.json');
  await draft(incident);
  const { record } = await show(incident);
  assert.match(record.summary?.what ?? '', /^Alert CheckoutErrorRateHigh/);
  const { written, events } = await draft(incident);
  assert.deepEqual([written, events], [[], 0]);
  assert.deepEqual((await show(incident)).record, record);
});

test('what is added after a large import stands at the end', async () => {
  const incident = await newIncident();
  const at = (minute: number) =>
    `2026-10-14T${String((minute / 60) | 0).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`;
  const entry = (minute: number, text: string) => ({ at: at(minute), precision: 'instant', zone: 'UTC', text });
  assert.equal((await ann.call('POST', `${incident}/timeline`, { entry: entry(0, 'first') })).status, 200);
  const alerts = Array.from({ length: 1200 }, (_, index) => {
    return { status: 'firing', labels: { alertname: `A${index}` }, startsAt: at(index + 1) };
  });
  await attach(incident, 'many.json', JSON.stringify({ version: '4', status: 'firing', groupKey: 'x', alerts }));
  assert.equal((await draft(incident)).events, 1200);
  assert.equal((await ann.call('POST', `${incident}/timeline`, { entry: entry(1300, 'last') })).status, 200);
  assert.equal((await show(incident)).record.timeline?.at(-1)?.text, 'last');
});

test('two who draft at once make one document', async () => {
  const incident = await newIncident();
  await attach(incident, 'alertmanager.json');
  const both = await Promise.all([draft(incident), draft(incident)]);
  const come = both.map(({ events }) => events).toSorted((a, b) => a - b);
  assert.ok(come[0] === 0 && Number(come[1]) > 0, String(come));
  const { record } = await show(incident);
  assert.equal(record.timeline?.length, come[1]);
  assert.equal(record.custom?.length, 1);
});

test('other incidents of the service are named with the reason, a restricted one never', async () => {
  const services = 'checkout-of-this-test';
  const made = async (title: string, more: object = {}) => {
    const answer = await ann.call('POST', '/incidents', { title, record: { incident: { services } }, ...more });
    return `/incidents/${answer.json['id']}`;
  };
  await made('An earlier one');
  const hidden = await made('Not for everybody');
  const restricted = { visibility: 'restricted', members: [ann.personId] };
  assert.equal((await owner.call('PUT', `${hidden}/visibility`, restricted)).status, 200);
  await settled();
  const incident = await newIncident();
  const alert = {
    status: 'firing',
    labels: { alertname: 'OnlyOfThisTest', service: services },
    startsAt: '2026-10-14T14:07:10Z',
  };
  const delivery = { version: '4', status: 'firing', receiver: 'x', groupKey: 'x', alerts: [alert] };
  await attach(incident, 'own.json', JSON.stringify(delivery));
  await draft(incident);
  const { related = [] } = (await show(incident)).record;
  assert.equal(related.length, 1);
  assert.match(related[0]?.text ?? '', /^INC-\d+ An earlier one \(.*\): the same service, checkout-of-this-test$/);
  await settled();
  const next = await newIncident();
  await attach(next, 'own.json', JSON.stringify({ ...delivery, groupKey: 'y' }));
  await draft(next);
  assert.match(
    (await show(next)).record.related?.[0]?.text ?? '',
    /: the same alert, OnlyOfThisTest \(checkout-of-this-test\); the same service, checkout-of-this-test/,
  );
});

test('without evidence there is nothing to draft from, and it is said', async () => {
  const incident = await newIncident();
  const answer = await ann.call('POST', `${incident}/draft`);
  assert.equal(answer.json['code'], 'evidence.no-events');
  assert.match(answer.text, /nothing is attached/);
});
