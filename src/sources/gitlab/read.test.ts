import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { detectSource } from '../index.ts';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown, more: object = {}) =>
  read({ name: 'gl.json', text: JSON.stringify(value), ...more });
const [push, merge, pipeline, job, deployment, incident, note] = sample;

test('reads the sample: what was pushed, merged, run, deployed, reported and said', () => {
  const { events, facts, ignored } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, text }) => `${new Date(epochMs).toISOString().slice(11, 19)} ${text}`),
    [
      '14:11:02 Push of 1 commit to main of shop/checkout: Larger connection pool',
      '14:12:38 Merge request !79 of shop/checkout merged into main: Larger connection pool',
      '14:17:05 Pipeline #51234 of shop/checkout on main at 5f3e2d1 failed',
      '14:17:04 Job load test (stage test) of shop/checkout on main at 5f3e2d1 failed (script_failure)',
      '14:20:11 Deployment of shop/checkout main at 5f3e2d1 to production succeeded: Larger connection pool',
      '14:27:31 Incident #482 of shop/checkout opened: Checkout answers 502 since the 14:20 deploy',
      '14:41:20 Every pod runs out of connections: rolling back.',
      '15:31:09 Incident #482 of shop/checkout closed: Checkout answers 502 since the 14:20 deploy',
    ],
  );
  assert.ok(events.every(({ milestone }) => milestone === undefined));
  assert.deepEqual(
    facts.severities.map(({ value, of }) => `${value} ${of}`),
    ['high incident', 'high incident'],
  );
  assert.deepEqual([...new Set(facts.people.map(({ value }) => value))], ['Ada Okafor', 'Ben Ito']);
  assert.match(events[2]?.notes ?? '', /Failed: load test \(script_failure\)/);
});

test('a delivery sent again, alone or among others, has the same keys', () => {
  const keys = readValue(sample).events.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  for (const [index, one] of sample.entries()) assert.equal(readValue(one).events[0]?.key, keys[index]);
});

test('a push has no time: it is when it came, in a saved file that of its last commit, and one event either way', () => {
  const saved = readValue(push).events[0];
  assert.match(saved?.notes ?? '', /no time of a push/);
  const headers = { 'x-gitlab-event': 'Push Hook', 'idempotency-key': 'k1' };
  const receivedMs = Date.UTC(2026, 2, 4, 14, 12, 40);
  const delivered = readValue(push, { headers, receivedMs }).events[0];
  assert.equal(delivered?.epochMs, receivedMs);
  assert.match(delivered?.notes ?? '', /when it was delivered/);
  assert.equal(delivered?.key, saved?.key);
});

test('a feature flag is told when it is delivered, once per delivery', () => {
  const { project, user } = merge;
  const flag = (active: boolean) => ({
    object_kind: 'feature_flag',
    project,
    user,
    object_attributes: { id: 3, name: 'pool', active },
  });
  assert.deepEqual(readValue(flag(true)).events, []);
  const at = (id: string, active: boolean) =>
    readValue(flag(active), { headers: { 'idempotency-key': id }, receivedMs: 1_772_634_000_000 }).events[0];
  assert.equal(at('k1', false)?.text, 'Feature flag pool of shop/checkout switched off');
  assert.equal(at('k1', true)?.key, at('k1', true)?.key);
  assert.notEqual(at('k1', true)?.key, at('k2', true)?.key);
});

test('says what an edit changed, and leaves out an edit that says nothing', () => {
  const edit = (changes: object) =>
    readValue({
      ...incident,
      object_attributes: { ...incident.object_attributes, action: 'update', updated_at: '2026-03-04 14:30:00 UTC' },
      changes,
    });
  const told = edit({
    severity: { previous: 'high', current: 'critical' },
    labels: { previous: [{ title: 'old' }], current: [{ title: 'new' }] },
    updated_at: { previous: 'a', current: 'b' },
  });
  assert.match(told.events[0]?.text ?? '', /edited \(severity: high to critical; labels: added new; removed old\)/);
  const silent = edit({ relative_position: { previous: 1, current: 2 }, updated_at: { previous: 'a', current: 'b' } });
  assert.deepEqual([silent.events.length, silent.ignored.length], [0, 1]);
});

test('an incident that the one on call takes is acknowledged', () => {
  const turn = (current: string, type = 'Incident') =>
    readValue({
      ...incident,
      object_attributes: {
        ...incident.object_attributes,
        type,
        action: 'update',
        updated_at: '2026-03-04T14:28:10.553Z',
      },
      changes: { escalation_status: { previous: 'triggered', current } },
    }).events[0];
  assert.equal(turn('acknowledged')?.milestone, 'acknowledged');
  assert.match(turn('acknowledged')?.text ?? '', /edited \(escalation status: triggered to acknowledged\)/);
  assert.equal(turn('resolved')?.milestone, undefined);
  assert.equal(turn('acknowledged', 'Issue')?.milestone, undefined);
});

test('reads work items without a project, edits of a state, and edits that say only when', () => {
  const edit = (changes: object, more: object = {}) => {
    const item = { ...incident.object_attributes, action: 'update', ...more };
    const url = 'https://gitlab.com/groups/shop/-/work_items/2';
    const value = {
      ...incident,
      object_kind: 'work_item',
      project: null,
      object_attributes: { ...item, url },
      changes,
    };
    assert.equal(detectSource({ name: 'x', text: JSON.stringify(value) })?.name, 'gitlab');
    return readValue(value).events[0]?.text;
  };
  const silent = { updated_at: { previous: 'a', current: 'b' }, updated_by_id: { previous: null, current: 7 } };
  assert.match(edit(silent, { type: 'Epic' }) ?? '', /^Epic #482 of shop edited: /);
  const closed = { ...silent, state_id: { previous: 1, current: 2 } };
  assert.match(
    edit(closed, { type: 'Requirement' }) ?? '',
    /^Requirement #482 of shop edited \(state: opened to closed\)/,
  );
});

test('an approval of a deployment has its own time, actor and words', () => {
  const approval = { id: 4218110, status: 'approved', comment: 'Go.', created_at: '2026-03-04T14:19:35.573Z' };
  const [event] = readValue({ ...deployment, status: 'approved', approver: { name: 'Ada Okafor' }, approval }).events;
  assert.match(event?.text ?? '', /to production was approved/);
  assert.deepEqual([event?.actor, event?.notes], ['Ada Okafor', 'Go.']);
  assert.equal(event?.epochMs, Date.UTC(2026, 2, 4, 14, 19, 35, 573));
});

test('a pipeline that does not say so began with its first job and ended with its last', () => {
  const running = {
    ...pipeline,
    object_attributes: { ...pipeline.object_attributes, status: 'running', finished_at: null },
  };
  assert.equal(readValue(running).events[0]?.epochMs, Date.UTC(2026, 2, 4, 14, 12, 50));
  assert.equal(readValue({ ...running, builds: [] }).events.length, 0);
  const failed = { ...pipeline, object_attributes: { ...pipeline.object_attributes, finished_at: null } };
  assert.equal(readValue(failed).events[0]?.epochMs, Date.UTC(2026, 2, 4, 14, 17, 4));
});

test('says that something is confidential, and leaves approvals and system notes', () => {
  const secret = { ...note, event_type: 'confidential_note' };
  assert.match(readValue(secret).events[0]?.notes ?? '', /confidential/);
  const approved = { ...merge, object_attributes: { ...merge.object_attributes, action: 'approved' } };
  const system = { ...note, object_attributes: { ...note.object_attributes, system: true } };
  const odd = { ...deployment, status: 'melted' };
  const { ignored, events } = readValue([approved, system, odd, { ...job, object_kind: 'emoji' }, 3]);
  assert.deepEqual(
    ignored.map(({ what, why }) => `${what}: ${why}`),
    [
      'Merge request approved: GitLab states no time of it',
      'a system note: GitLab wrote it by itself: the event it tells of comes on its own',
      'status "melted" of a deployment: it is unknown; it was taken over as it is',
      'emoji: a reaction is no event',
      'a value: it is no webhook of GitLab',
    ],
  );
  assert.match(events[0]?.text ?? '', /to production: melted/);
});

test('the header says whose it is, and so does the shape without it', () => {
  const headers = { 'x-gitlab-event': 'Member Hook' };
  assert.equal(detectSource({ name: 'x', text: '{"unlike":1}', headers })?.name, 'gitlab');
  assert.equal(detectSource({ name: 'x', text: JSON.stringify(deployment) })?.name, 'gitlab');
  assert.throws(
    () => readValue({ hello: 1 }),
    (error) => error instanceof SourceError && error.code === 'gitlab.no-delivery',
  );
});

test('a release with a later date of its own is only announced', () => {
  const { project } = merge;
  const release = (releasedAt: string) => {
    const dates = { created_at: '2026-03-04 14:00:00 UTC', released_at: releasedAt };
    return readValue({ object_kind: 'release', action: 'create', id: 1, tag: 'v2', ...dates, project }).events[0]?.text;
  };
  assert.equal(release('2026-03-04 14:00:00 UTC'), 'Release v2 of shop/checkout published');
  assert.equal(release('2026-03-09 08:00:00 UTC'), 'Release v2 of shop/checkout announced for 2026-03-09T08:00:00Z');
});

test('an approval that GitLab took back by itself says so', () => {
  const change = { action: 'unapproval', system: true, system_action: 'approvals_reset_on_push' };
  const reset = { ...merge, object_attributes: { ...merge.object_attributes, ...change } };
  const { events } = readValue(reset, { receivedMs: Date.UTC(2026, 2, 4, 14) });
  assert.match(events[0]?.notes ?? '', /^GitLab did it by itself: approvals reset on push\./);
});

test('a push of an older GitLab, without a project, is of its repository', () => {
  const { project, ...older } = push;
  const repository = { name: 'Checkout', homepage: 'https://gitlab.example.com/shop/checkout' };
  const { events, facts } = readValue({ ...older, repository });
  assert.ok(project);
  assert.match(events[0]?.text ?? '', / to main of shop\/checkout: /);
  assert.deepEqual(
    facts.services.map(({ value, evidence }) => [value, evidence]),
    [['Checkout', 'gl.json#/repository/name']],
  );
});

test('hooks of members, projects and groups are known, and left out', () => {
  const dates = { created_at: '2026-03-04T14:00:00Z', updated_at: '2026-03-04T14:00:00Z' };
  for (const name of ['user_add_to_group', 'project_create', 'subgroup_destroy']) {
    const value = { event_name: name, group_id: 1, ...dates };
    assert.equal(detectSource({ name: 'x', text: JSON.stringify(value) })?.name, 'gitlab');
    assert.deepEqual(
      readValue(value).ignored.map(({ what, why }) => [what, why]),
      [[name, 'it tells of members, projects or keys, not of what happened']],
    );
  }
});

test('what is deployed, released or switched is a change, a pipeline and a merge are none', () => {
  const { project } = merge;
  const flag = { object_kind: 'feature_flag', object_attributes: { id: 1, name: 'pool', active: true }, project };
  const receivedMs = Date.UTC(2026, 2, 4, 14);
  const isChange = (value: unknown) => readValue(value, { receivedMs }).events[0]?.change === true;
  assert.deepEqual([deployment, flag].map(isChange), [true, true]);
  assert.deepEqual(
    [{ ...deployment, status: 'created' }, pipeline, job, merge, push].map(isChange),
    Array(5).fill(false),
  );
});

test('new commits of a merge request are told without the name of the last, where the hook has none', () => {
  const item = { ...merge.object_attributes, action: 'update', oldrev: '5f3e2d1', last_commit: undefined };
  const { events } = readValue({ ...merge, object_attributes: item, changes: {} });
  assert.match(events[0]?.text ?? '', / got new commits: /);
});
