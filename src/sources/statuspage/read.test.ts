import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const [component, hook] = sample;
const readValue = (value: unknown) => read({ name: 's.json', text: JSON.stringify(value) });

test('reads the sample: only resolved is stated, earlier posts suggest', () => {
  const { events, ignored, conditions, facts } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, milestone, inferredFrom, evidence }) => [
      new Date(epochMs).toISOString().slice(11, 19),
      milestone,
      inferredFrom,
      evidence,
    ]),
    [
      ['14:39:12', undefined, undefined, 's.json#/0/component_update'],
      ['15:31:06', 'resolved', undefined, 's.json#/1/incident/incident_updates/0'],
      ['15:03:00', 'mitigated', 'wording', 's.json#/1/incident/incident_updates/1'],
      ['14:39:12', 'investigationStarted', 'wording', 's.json#/1/incident/incident_updates/2'],
    ],
  );
  assert.equal(events[0]?.text, 'Status page: Checkout: operational → partial outage');
  assert.deepEqual(
    conditions.map(({ name, state }) => [name, state]),
    [['Component Checkout', 'open']],
  );
  assert.deepEqual([...new Set(facts.services.map(({ value }) => value))], ['Checkout']);
  assert.equal(facts.communications.length, 3);
});

test('a post has one key in every webhook, and in the answer of the API', () => {
  const { incident, page } = hook;
  const api = { page: { ...page, name: 'Shop' }, incidents: [incident] };
  const first = { ...hook, incident: { ...incident, incident_updates: incident.incident_updates.slice(2) } };
  const keys = [hook, first, api, [incident]].map((value) => readValue(value).events.map(({ key }) => key));
  assert.equal(new Set(keys.flat()).size, 3);
  assert.equal(readValue(api).events[0]?.actor, 'Shop');
});

test('takes the time that the page shows', () => {
  const update = { ...hook.incident.incident_updates[0], display_at: '2026-03-04T15:20:00.000Z' };
  const { events } = readValue({ ...hook, incident: { ...hook.incident, incident_updates: [update] } });
  assert.equal(new Date(events[0]?.epochMs ?? 0).toISOString(), '2026-03-04T15:20:00.000Z');
});

test('a maintenance has no milestones, also as Instatus sends it, and opens nothing', () => {
  const posts = [{ id: 'm1', status: 'COMPLETED', body: 'Done.', created_at: '2026-03-05T02:00:00Z' }];
  const instatus = { page: {}, maintenance: { id: 'x', name: 'Database', maintenance_updates: posts } };
  const planned = { ...hook, incident: { ...hook.incident, scheduled_for: '2026-03-05T01:00:00Z' } };
  for (const value of [instatus, planned])
    assert.ok(readValue(value).events.every(({ milestone }) => milestone === undefined));
  const { conditions, events } = readValue({
    ...component,
    component_update: { ...component.component_update, old_status: undefined, new_status: 'UNDERMAINTENANCE' },
  });
  assert.deepEqual([conditions, events[0]?.text], [[], 'Status page: Checkout: under maintenance']);
});

test('an incident whose posts were left out says its state, since when it has it', () => {
  const { incident_updates: _posts, ...bare } = hook.incident;
  assert.deepEqual(
    readValue({ ...hook, incident: bare }).events.map(({ text, epochMs, milestone, evidence }) => [
      text,
      new Date(epochMs).toISOString(),
      milestone,
      evidence,
    ]),
    [['Status page: Orders fail at checkout, resolved', '2026-03-04T15:31:06.890Z', 'resolved', 's.json#/incident']],
  );
});

test('says what it does not know, and refuses what is no status page', () => {
  const odd = readValue([
    {
      ...hook,
      incident: {
        ...hook.incident,
        incident_updates: [{ status: 'sleeping', created_at: '2026-03-04T15:20:00Z' }, 7, {}],
      },
    },
    { ...component, component_update: { ...component.component_update, new_status: 'on_fire' } },
    7,
  ]);
  assert.deepEqual(
    odd.ignored.map(({ what, where }) => [what, where]),
    [
      ['status "sleeping"', 's.json#/0/incident/incident_updates/0/status'],
      ['a post', 's.json#/0/incident/incident_updates/1'],
      ['a post', 's.json#/0/incident/incident_updates/2/created_at'],
      ['component status "on_fire"', 's.json#/1/component_update/new_status'],
      ['a value', 's.json#/2'],
    ],
  );
  assert.throws(
    () => readValue({ page: {}, status: {} }),
    (error) => error instanceof SourceError && error.code === 'statuspage.no-posts',
  );
});
