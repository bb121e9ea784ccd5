import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { ZipFile } from 'yazl';
import { testServer } from '../../../test/server/server.ts';
import type { TimelineEvent } from '../../record/timeline.ts';

const server = await testServer();
const ann = await server.person('editor');
const example = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../../examples/checkout-outage', name), 'utf8');

const newIncident = async () =>
  `/incidents/${(await ann.call('POST', '/incidents', { title: 'Checkout' })).json['id']}`;
const attach = async (incident: string, name: string, text: string): Promise<string> =>
  String((await ann.call('POST', `${incident}/evidence?name=${name}`, text)).json['sha256']);
const timelineOf = async (incident: string) =>
  ((await ann.call('GET', incident)).json as unknown as { record: { timeline?: TimelineEvent[] } }).record.timeline ??
  [];

test('what an original says becomes timeline events that point into it', async () => {
  const incident = await newIncident();
  const sha256 = await attach(incident, 'alertmanager.json', example('alertmanager.json'));
  const { json } = await ann.call('POST', `${incident}/evidence/${sha256}/draft`);
  const { sources, ids } = json as unknown as { sources: string[]; ids: string[] };
  const timeline = await timelineOf(incident);
  assert.deepEqual(sources, ['alertmanager']);
  assert.ok(ids.length > 0);
  assert.equal(timeline.length, ids.length);
  const [first] = timeline;
  assert.match(first?.evidence ?? '', new RegExp(`^sha256:${sha256}#/`));
  const pointer = (first?.evidence ?? '').split('#')[1]?.split('/').slice(1) ?? [];
  const original: unknown = JSON.parse((await ann.call('GET', `${incident}/evidence/${sha256}/content`)).text);
  const pointed = pointer.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], original);
  assert.notEqual(pointed, undefined);
});

test('a Slack export is read as the zip it comes as, its events pointing to the file within', async () => {
  const incident = await newIncident();
  const zip = new ZipFile();
  const day = 'inc-2026-10-14-checkout/2026-10-14.json';
  for (const name of ['channels.json', 'users.json', day]) zip.addBuffer(Buffer.from(example(`slack/${name}`)), name);
  zip.addBuffer(Buffer.from('{"nothing": "known"}'), 'notes/other.json');
  zip.end();
  const answer = await server.app.request(`/api/v1${incident}/evidence?name=export.zip`, {
    method: 'POST',
    headers: ann.credentials,
    body: new Uint8Array(await buffer(zip.outputStream)),
  });
  const { sha256, type } = (await answer.json()) as { sha256: string; type: string };
  assert.equal(type, 'application/zip');
  const { json } = await ann.call('POST', `${incident}/evidence/${sha256}/draft`);
  assert.deepEqual(json['sources'], ['slack']);
  const timeline = await timelineOf(incident);
  assert.ok(timeline.length > 3);
  for (const { evidence } of timeline) assert.ok(evidence?.startsWith(`sha256:${sha256}/${day}#/`), evidence);
});

test('reading the same original again adds nothing, and a milestone that the timeline has is not set twice', async () => {
  const incident = await newIncident();
  const alerts = await attach(incident, 'alertmanager.json', example('alertmanager.json'));
  await ann.call('POST', `${incident}/evidence/${alerts}/draft`);
  const before = await timelineOf(incident);
  const again = await ann.call('POST', `${incident}/evidence/${alerts}/draft`);
  assert.deepEqual(again.json['ids'], []);
  assert.equal(again.json['known'], before.length);
  assert.deepEqual(await timelineOf(incident), before);
  const events = await attach(incident, 'kubectl.json', example('kubectl-events.json'));
  await ann.call('POST', `${incident}/evidence/${events}/draft`);
  const milestones = (await timelineOf(incident)).flatMap(({ milestone }) => milestone ?? []);
  assert.equal(new Set(milestones).size, milestones.length);
});

test('an original that no source knows, or that is no text, is refused by its name and what to do', async () => {
  const incident = await newIncident();
  for (const text of ['hello there', '{"nothing": "known"}', '{"broken": ']) {
    const sha256 = await attach(incident, 'notes.txt', text);
    const { json } = await ann.call('POST', `${incident}/evidence/${sha256}/draft`);
    assert.equal(json['code'], 'evidence.unreadable', text);
    assert.match(String(json['title']), /notes\.txt/);
  }
  assert.deepEqual(await timelineOf(incident), []);
});

test('a token that may edit but not see evidence does not read it into the timeline', async () => {
  const incident = await newIncident();
  const sha256 = await attach(incident, 'alertmanager.json', example('alertmanager.json'));
  const token = await server.token('editor', ['incident.see', 'incident.edit']);
  const { json } = await token.call('POST', `${incident}/evidence/${sha256}/draft`);
  assert.equal(json['code'], 'access.denied');
});
