import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { statuspage } from './index.ts';
import { read } from './read.ts';

const file = (value: unknown) => ({ name: 'sp.json', text: JSON.stringify(value) });
const texts = (value: unknown) => read(file(value)).events.map(({ text }) => text);
const post = { id: 'u1', status: 'investigating', body: 'We look.', created_at: '2026-03-04T14:40:00Z' };
const incident = { id: 'i1', name: 'Checkout fails', created_at: '2026-03-04T14:39:00Z', incident_updates: [post] };
const page = { id: 'p1', name: 'Example', updated_at: '2026-03-04T14:41:00Z' };
const told = 'Status page: Checkout fails, investigating: We look.';

test('a webhook or a list that does not name its page is known by its posts', () => {
  for (const value of [{ meta: {}, incident }, { incident }, { incidents: [incident] }]) {
    assert.equal(statuspage.detect(file(value)), 1);
    assert.deepEqual(texts(value), [told]);
  }
  const update = { id: 'c1', old_status: 'operational', new_status: 'major_outage', created_at: post.created_at };
  const component = { meta: {}, component: { name: 'API' }, component_update: update };
  assert.deepEqual(texts(component), ['Status page: API: operational → major outage']);
});

test('others have incidents too: without posts and a page they are not claimed', () => {
  const { incident_updates: _posts, ...bare } = incident;
  for (const value of [{ incident: bare }, { incidents: [bare] }, { meta: {}, incident: { ...bare, status: 'open' } }])
    assert.equal(statuspage.detect(file(value)), 0);
});

test('a maintenance of its own is read without milestones', () => {
  const planned = {
    ...incident,
    scheduled_for: '2026-03-05T02:00:00Z',
    incident_updates: [{ ...post, status: 'scheduled' }],
  };
  const { events } = read(file({ page, scheduled_maintenance: planned }));
  assert.deepEqual(
    events.map(({ text, milestone }) => [text, milestone]),
    [['Status page: Checkout fails, scheduled: We look.', undefined]],
  );
});

test('how a component is now is named, as since when is not told; a state alone is refused with what to give', () => {
  const components = [
    { name: 'API', status: 'major_outage' },
    { name: 'Web', status: 'operational' },
  ];
  const { ignored, events } = read(file({ page, components, incidents: [incident], scheduled_maintenances: [] }));
  assert.deepEqual([events.length, ignored.map(({ where }) => where)], [1, ['sp.json#/components/0']]);
  for (const value of [
    { page, components },
    { page, status: { indicator: 'none', description: 'All' } },
  ]) {
    assert.equal(statuspage.detect(file(value)), 0.5);
    assert.throws(
      () => read(file(value)),
      (error) => error instanceof SourceError && error.code === 'statuspage.no-posts',
    );
  }
});
