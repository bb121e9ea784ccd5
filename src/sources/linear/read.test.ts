import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { detectSource } from '../index.ts';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'linear.json', text: JSON.stringify(value) });
const [created, moved, comment] = sample;

test('reads the sample: created, taken, commented, late, done', () => {
  const { events, facts, ignored } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, text, actor, evidence }) => [
      new Date(epochMs).toISOString().slice(11, 19),
      text,
      actor,
      evidence,
    ]),
    [
      [
        '14:27:31',
        'Issue OPS-482 created: Checkout answers 502 since the 14:20 deploy',
        'Ada Okafor',
        'linear.json#/0/data',
      ],
      [
        '14:29:00',
        'Issue OPS-482 changed (state now In Progress; assigned to Ben Ito): Checkout answers 502 since the 14:20 deploy',
        'Ben Ito',
        'linear.json#/1/data',
      ],
      ['14:41:20', 'Every pod runs out of connections: rolling back.', 'Ben Ito', 'linear.json#/2/data'],
      [
        '15:27:31',
        'SLA of issue OPS-482 was breached: Checkout answers 502 since the 14:20 deploy',
        'Linear',
        'linear.json#/3/issueData',
      ],
      [
        '15:31:09',
        'Issue OPS-482 changed (state now Done): Checkout answers 502 since the 14:20 deploy',
        'Ada Okafor',
        'linear.json#/4/data',
      ],
    ],
  );
  assert.ok(events.every(({ milestone }) => milestone === undefined));
  assert.equal(facts.severities[0]?.value, 'sev2');
  assert.deepEqual([...new Set(facts.people.map(({ value }) => value))], ['Ada Okafor', 'Ben Ito']);
});

test('a webhook sent again, alone or among others, has the same keys', () => {
  const keys = readValue(sample).events.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  for (const [index, one] of sample.entries()) assert.equal(readValue(one).events[0]?.key, keys[index]);
  const again = { ...moved, webhookTimestamp: moved.webhookTimestamp + 60_000 };
  assert.equal(readValue(again).events[0]?.key, keys[1]);
});

test('says what an update changed, and leaves out what says nothing', () => {
  const update = (updatedFrom: object) => readValue({ ...moved, updatedFrom });
  const text = (updatedFrom: object) => update(updatedFrom).events[0]?.text.replace(/: .*/, '');
  assert.equal(text({ priority: 3 }), 'Issue OPS-482 changed (priority medium to urgent)');
  assert.equal(text({ labelIds: [] }), 'Issue OPS-482 changed (labels now sev2)');
  assert.equal(text({ title: 'Old' }), 'Issue OPS-482 changed (renamed from “Old”)');
  assert.equal(text({ novelty: 1 }), 'Issue OPS-482 changed (novelty changed)');
  const silent = update({ sortOrder: 1, updatedAt: 'x', cycleId: null });
  assert.deepEqual([silent.events.length, silent.ignored.length], [0, 1]);
  assert.equal(update({}).events.length, 0);
});

test('an edited comment is the same event with its new words', () => {
  const edited = readValue({
    ...comment,
    action: 'update',
    data: { ...comment.data, body: 'Rolled back.', editedAt: '2026-03-04T14:50:00.000Z' },
  }).events[0];
  assert.equal(edited?.key, readValue(comment).events[0]?.key);
  assert.deepEqual([edited?.text, edited?.lastMs], ['Rolled back.', Date.UTC(2026, 2, 4, 14, 50)]);
});

test('an older webhook names its issue by team and number, or in its address', () => {
  const { identifier: _none, ...older } = created.data;
  assert.match(readValue({ ...created, data: older }).events[0]?.text ?? '', /^Issue OPS-482 created/);
  const { issue: _issue, ...bare } = comment.data;
  assert.match(readValue({ ...comment, data: bare }).events[0]?.notes ?? '', /Comment on issue OPS-482/);
  const url = 'https://linear.app/acme/document/hello-1#comment-2';
  assert.match(readValue({ ...comment, data: bare, url }).events[0]?.notes ?? '', /Comment on a document\./);
});

test('reads projects and their updates, and says what it leaves out', () => {
  const shared = { organizationId: 'o', createdAt: '2026-03-04T15:00:00.000Z', webhookTimestamp: 1 };
  const { events, ignored } = readValue([
    {
      ...shared,
      action: 'update',
      type: 'Project',
      data: { id: 'p', name: 'Pool', state: 'paused' },
      updatedFrom: { state: 'started' },
    },
    {
      ...shared,
      action: 'create',
      type: 'ProjectUpdate',
      data: { id: 'u', body: 'Late.', health: 'offTrack', project: { name: 'Pool' } },
    },
    { ...shared, action: 'create', type: 'Reaction', data: {} },
    { ...shared, action: 'create', type: 'Teleport', data: {} },
    { ...shared, action: 'melt', type: 'Issue', data: {} },
    { ...comment, action: 'remove' },
    { ...created, createdAt: 'soon', data: { ...created.data, createdAt: null } },
    'nothing',
  ]);
  assert.deepEqual(
    events.map(({ text }) => text),
    ['Project Pool changed (state now paused)', 'Project Pool reported as off track: Late.'],
  );
  assert.deepEqual(
    ignored.map(({ what, why }) => `${what}: ${why}`),
    [
      'Reaction: a reaction is no event',
      'Teleport: no reader knows this kind',
      'Issue: melt: this action is unknown',
      'a comment: it was deleted',
      'an issue: create: Linear states no time of it',
      'a value: it is no webhook of Linear',
    ],
  );
});

test('knows its own by header and by shape, and refuses what is none with a stable code', () => {
  const headers = { 'linear-signature': '00' };
  assert.equal(detectSource({ name: 'x', text: '{"unlike":1}', headers })?.name, 'linear');
  assert.equal(detectSource({ name: 'x', text: JSON.stringify(comment) })?.name, 'linear');
  assert.throws(
    () => readValue({ action: 'create', type: 'Issue' }),
    (error) => error instanceof SourceError && error.code === 'linear.no-webhook',
  );
});

test('a field that was empty and still is did not change', () => {
  const updatedFrom = { description: null, projectId: null, parentId: null, assigneeId: null, priority: 3 };
  const { description: _none, ...data } = moved.data;
  const { events } = readValue({ ...moved, data: { ...data, projectId: null, assigneeId: 'a' }, updatedFrom });
  assert.match(events[0]?.text ?? '', /changed \(assigned to Ben Ito; priority medium to urgent\)/);
});

test('webhooks of apps and agents are known, and left out', () => {
  const shared = { organizationId: 'o', createdAt: '2026-03-04T15:00:00.000Z', webhookTimestamp: 1_772_636_400_000 };
  const { events, ignored } = readValue([
    { ...shared, type: 'OAuthApp', action: 'revoked', oauthClientId: 'c' },
    { ...shared, type: 'AgentSessionEvent', action: 'created', agentSession: { id: 's' } },
  ]);
  assert.deepEqual(events, []);
  assert.deepEqual(
    ignored.map(({ what }) => what),
    ['OAuthApp', 'AgentSessionEvent'],
  );
});

test('an SLA at risk says when it is breached, and an issue that it was restored', () => {
  const sla = sample[3];
  const issueData = { ...sla.issueData, slaBreachesAt: '2026-03-04T15:27:31.000Z' };
  const { events } = readValue([
    { ...sla, action: 'highRisk', issueData },
    { ...moved, action: 'restore' },
  ]);
  assert.equal(events[0]?.notes, 'It is breached at 2026-03-04T15:27:31Z.');
  assert.match(events[1]?.text ?? '', /^Issue OPS-482 restored: /);
});
