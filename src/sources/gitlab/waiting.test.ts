import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './read.ts';

const project = { id: 7, name: 'checkout', path_with_namespace: 'shop/checkout' };
const user = { name: 'Ada Okafor', username: 'ada-okafor' };
const readValue = (value: unknown, more: object = {}) =>
  read({ name: 'gl.json', text: JSON.stringify(value), ...more });
const clock = (epochMs: number | undefined) => new Date(epochMs ?? 0).toISOString().slice(11, 19);

test('a pipeline that waits for a person does so since its last job ended', () => {
  const told = (status: string, finished: string | null) =>
    readValue({
      object_kind: 'pipeline',
      object_attributes: { id: 5, name: 'Pipeline of main', status, created_at: '2026-03-04 14:00:00 UTC' },
      builds: [{ name: 'test', status: 'success', finished_at: finished }],
      project,
      user,
    });
  const { events } = told('manual', '2026-03-04 14:05:00 UTC');
  assert.equal(events[0]?.text, 'Pipeline of main of shop/checkout waits for somebody to start it');
  assert.equal(clock(events[0]?.epochMs), '14:05:00');
  assert.equal(clock(told('scheduled', null).events[0]?.epochMs), '14:00:00');
  assert.deepEqual(told('canceling', null).events, []);
});

test('a job that waits in a later stage is not told at the time it was made', () => {
  const job = (status: string, more: object = {}) => ({
    object_kind: 'build',
    build_id: 9,
    build_name: 'apply',
    build_stage: 'deploy',
    build_status: status,
    build_created_at: '2026-03-04 14:00:00 UTC',
    environment: { name: 'production', action: 'start' },
    project,
    user,
    ...more,
  });
  assert.deepEqual(
    readValue(job('pending')).ignored.map(({ why }) => why),
    ['GitLab states no time of it'],
  );
  const receivedMs = Date.UTC(2026, 2, 4, 14, 9);
  assert.equal(readValue(job('pending'), { receivedMs }).events[0]?.epochMs, receivedMs);
  assert.equal(clock(readValue(job('created')).events[0]?.epochMs), '14:00:00');
  const started = readValue(job('running', { build_started_at: '2026-03-04 14:10:00 UTC' })).events[0];
  assert.equal(started?.text, 'Job apply (stage deploy) of shop/checkout to production started');
  assert.equal(clock(started.epochMs), '14:10:00');
});

test('a label that does not touch the issue is no edit of the time before', () => {
  const labelled = (changes: object) => ({
    object_kind: 'issue',
    object_attributes: {
      id: 3,
      iid: 8,
      title: 'Slow',
      action: 'update',
      created_at: '2026-03-04 13:00:00 UTC',
      updated_at: '2026-03-04 13:30:00 UTC',
    },
    changes: { labels: { previous: [], current: [{ title: 'sev2' }] }, ...changes },
    project,
    user,
  });
  const receivedMs = Date.UTC(2026, 2, 4, 14, 9);
  assert.equal(readValue(labelled({}), { receivedMs }).events[0]?.epochMs, receivedMs);
  const saved = readValue(labelled({})).events[0];
  assert.equal(clock(saved?.epochMs), '13:30:00');
  assert.match(saved?.notes ?? '', /that of the last edit before/);
  const stated = { updated_at: { previous: '2026-03-04 13:30:00 UTC', current: '2026-03-04 14:02:00 UTC' } };
  for (const more of [{}, { receivedMs }])
    assert.equal(clock(readValue(labelled(stated), more).events[0]?.epochMs), '14:02:00');
});
