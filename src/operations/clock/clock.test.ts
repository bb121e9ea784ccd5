import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import type { ClockList } from './list.ts';
import type { ClockRules } from './rules.ts';
import type { Running } from './running.ts';
import type { ShownClock } from './shown.ts';
import type { TriedClocks } from './try.ts';

const now = '2026-11-20T12:00:00Z';
const server = await testServer({ now: () => now });
const [owner, ann, eve] = [
  await server.person('owner', 'Olga Owner'),
  await server.person('editor', 'Ann Example'),
  await server.person('viewer', 'Eve Looker'),
];
type Caller = typeof ann;

const detected = {
  at: '2026-11-20T10:00',
  precision: 'instant',
  zone: 'UTC',
  milestone: 'detected',
  text: 'An alert fired.',
};
async function make(record: object): Promise<string> {
  const { json, text } = await ann.call('POST', '/incidents', { template: 'enterprise', record });
  assert.ok(json['key'], text);
  return json['key'] as string;
}
const gdpr = { incident: { title: 'Leak' }, timeline: [detected], obligations: [{ regime: 'GDPR', required: 'YES' }] };
const clocks = async (key: string, by: Caller = ann) =>
  (await by.call('GET', `/incidents/${key}/clocks`)).json as unknown as ClockList;
const one = async (key: string, id: string): Promise<ShownClock> => {
  const found = (await clocks(key)).items.find(({ clock }) => clock === id);
  assert.ok(found, id);
  return found;
};
const say = (by: Caller, key: string, id: string, verb: string, body: object) =>
  by.call('POST', `/incidents/${key}/clocks/${id}/${verb}`, body);

test('a clock says which law, who is told, what started it and when it runs out', async () => {
  const key = await make(gdpr);
  const { rule, state, start, until, version } = await one(key, 'gdpr-33');
  assert.deepEqual([state, start?.path, until], ['running', 'timeline[0]', '2026-11-23T10:00:00.000Z']);
  assert.match(rule.cite, /Art\. 33\(1\)/);
  assert.equal(version, 0);
  assert.ok((await clocks(key)).others > 10);
});

test('who became aware later says so; it is done with proof, kept in the ledger, and can be taken back', async () => {
  const key = await make(gdpr);
  const reason = 'The forensics found personal data in the copy.';
  const begun = await say(ann, key, 'gdpr-33', 'begin', { at: '2026-11-20T13:30:00+02:00', reason, seen: 0 });
  assert.equal(begun.json['until'], '2026-11-23T11:30:00.000Z');
  const done = await say(ann, key, 'gdpr-33', 'settle', { at: '2026-11-20T12:00:00Z', proof: 'Case 4711', seen: 1 });
  assert.equal(done.json['state'], 'done', done.text);
  const stale = await say(ann, key, 'gdpr-33', 'reopen', { what: 'done', seen: 1 });
  assert.deepEqual([stale.status, stale.json['code']], [409, 'record.conflict']);
  const open = await say(ann, key, 'gdpr-33', 'reopen', { what: 'done', seen: 2 });
  assert.equal(open.json['state'], 'running');
  const { rows } = await server.around.database.query<{ operation: string }>({
    text: `select operation from entry where subject = 'clock/gdpr-33' order by id`,
    values: [],
  });
  assert.deepEqual(
    rows.map(({ operation }) => operation),
    ['clock.begin', 'clock.settle', 'clock.reopen'],
  );
});

test('what was late needs its reason; what is still to come cannot have happened', async () => {
  const key = await make({ ...gdpr, timeline: [{ ...detected, at: '2026-11-15T10:00' }] });
  assert.equal((await one(key, 'gdpr-33')).state, 'overdue');
  const input = { at: '2026-11-19T09:00:00Z', proof: 'Case 4712', seen: 0 };
  assert.equal((await say(ann, key, 'gdpr-33', 'settle', input)).json['code'], 'clock.late');
  const { json } = await say(ann, key, 'gdpr-33', 'settle', { ...input, late: 'The portal was down.' });
  assert.equal(json['state'], 'doneLate');
  const future = await say(ann, key, 'gdpr-34', 'begin', { at: '2027-01-01T00:00:00Z', reason: 'So.', seen: 0 });
  assert.equal(future.json['code'], 'clock.future');
});

test('a clock goes on when its document is archived, and those who only look say nothing of it', async () => {
  const key = await make(gdpr);
  await server.around.database.query({
    text: `update incident set status = 'archived' where number = $1`,
    values: [key.slice(4)],
  });
  const input = { applies: false, reason: 'The data was encrypted.', seen: 0 };
  assert.equal((await say(eve, key, 'gdpr-33', 'apply', input)).json['code'], 'access.denied');
  assert.equal((await say(ann, key, 'gdpr-33', 'apply', input)).json['state'], 'notApplicable');
  assert.equal((await say(ann, key, 'no-such', 'apply', input)).json['code'], 'clock.not-found');
});

test('proof may be evidence of the incident, and of no other', async () => {
  const key = await make(gdpr);
  const sha256 = '0'.repeat(64);
  const input = { at: '2026-11-20T11:00:00Z', proof: 'Receipt', evidence: sha256, seen: 0 };
  assert.equal((await say(ann, key, 'gdpr-33', 'settle', input)).status, 404);
});

test('all that run: of archived incidents too when somebody spoke of them; restricted ones only for their members', async () => {
  const key = await make(gdpr);
  await say(ann, key, 'gdpr-34', 'apply', { applies: true, reason: 'High risk.', seen: 0 });
  const running = async (by: Caller) => ((await by.call('GET', '/clocks')).json as unknown as Running).items;
  const of = async (by: Caller) =>
    (await running(by))
      .filter((item) => item.key === key && item.rule.regime === 'GDPR')
      .map(({ clock }) => clock)
      .toSorted();
  assert.deepEqual(await of(ann), ['gdpr-33', 'gdpr-33-2', 'gdpr-34']);
  const set = (text: string) => server.around.database.query({ text, values: [key.slice(4)] });
  await set(`update incident set status = 'archived' where number = $1`);
  assert.ok((await of(ann)).includes('gdpr-34'));
  await set(`update incident set visibility = 'restricted' where number = $1`);
  assert.deepEqual(await of(ann), []);
  assert.ok((await of(owner)).includes('gdpr-34'));
});

test('owners set what the organisation is and write rules of their own; wrong ones are refused with their line', async () => {
  const key = await make({
    incident: { title: 'Outage', severity: 'SEV1' },
    timeline: [{ ...detected, milestone: 'declared' }],
  });
  const set = (name: string, value: unknown, seen: number) => owner.call('PATCH', `/settings/${name}`, { value, seen });
  assert.equal((await clocks(key)).items.length, 0);
  assert.equal((await set('clocks.organisation', ['nis2-entity'], 0)).status, 200);
  assert.equal((await one(key, 'nis2-early-warning')).state, 'asked');
  const text = `without: [nis2-final]
rules:
  - id: acme
    regime: Acme
    tell: Acme
    what: First report
    severities: [SEV1]
    from: declared
    within: 4h
    cite: Contract, § 7
`;
  const wrong = await owner.call('POST', '/clocks/try', { text: text.replace('4h', 'soon'), incident: key });
  assert.equal((wrong.json as unknown as TriedClocks).problem?.line, 9);
  assert.equal((await set('clocks.rules', text.replace('4h', 'soon'), 0)).json['code'], 'setting.invalid');
  const tried = (await owner.call('POST', '/clocks/try', { text, incident: key })).json as unknown as TriedClocks;
  assert.equal(tried.items.find(({ clock }) => clock === 'acme')?.until, '2026-11-20T14:00:00.000Z');
  assert.equal((await set('clocks.rules', text, 0)).status, 200);
  assert.equal((await one(key, 'acme')).state, 'running');
  const rules = (await eve.call('GET', '/clocks/rules')).json as unknown as ClockRules;
  assert.deepEqual(rules.without, ['nis2-final']);
  assert.equal(rules.items.find(({ rule }) => rule.id === 'acme')?.origin, 'own');
});
