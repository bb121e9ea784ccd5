import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { detectSource } from '../index.ts';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown, more: object = {}) =>
  read({ name: 'gh.json', text: JSON.stringify(value), ...more });
const [pull, push, , status, opened, comment] = sample;

test('reads the sample: what was merged, pushed, deployed, reported and said', () => {
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
        '14:12:38',
        'Pull request #479 of acme/checkout merged into main: Larger connection pool',
        'ben-ito',
        'gh.json#/0/pull_request',
      ],
      ['14:12:40', 'Push of 1 commit to main of acme/checkout: Larger connection pool (#479)', 'ben-ito', 'gh.json#/1'],
      [
        '14:18:02',
        'Deployment of acme/checkout main at 5f3e2d1 to production created',
        'github-actions[bot]',
        'gh.json#/2/deployment',
      ],
      [
        '14:20:11',
        'Deployment of acme/checkout main at 5f3e2d1 to production succeeded',
        'github-actions[bot]',
        'gh.json#/3/deployment_status',
      ],
      [
        '14:27:31',
        'Issue #482 of acme/checkout opened: Checkout answers 502 since the 14:20 deploy',
        'ada-okafor',
        'gh.json#/4/issue',
      ],
      [
        '14:41:20',
        'Every pod runs out of connections: rolling back with `kubectl rollout undo deployment/checkout`.',
        'ben-ito',
        'gh.json#/5/comment',
      ],
      [
        '14:33:50',
        'Workflow Smoke tests (run 912) of acme/checkout on main at 5f3e2d1 failed',
        'github-actions[bot]',
        'gh.json#/6/workflow_run',
      ],
      [
        '15:31:09',
        'Issue #482 of acme/checkout closed as completed: Checkout answers 502 since the 14:20 deploy',
        'ada-okafor',
        'gh.json#/7/issue',
      ],
    ],
  );
  assert.ok(events.every(({ milestone }) => milestone === undefined));
  assert.deepEqual([...new Set(facts.people.map(({ value }) => value))], ['ada-okafor', 'ben-ito']);
  assert.equal(facts.severities[0]?.value, 'sev2');
});

test('a delivery sent again, alone or as a form, has the same keys', () => {
  const keys = readValue(sample).events.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  for (const [index, one] of sample.entries()) assert.equal(readValue(one).events[0]?.key, keys[index]);
  const form = `payload=${encodeURIComponent(JSON.stringify(status))}`;
  assert.deepEqual(
    read({ name: 'gh', text: form }).events.map(({ key, evidence }) => [key, evidence]),
    [[keys[3], 'gh#/deployment_status']],
  );
});

test('an edited comment is the same event with its new words', () => {
  const edited = readValue({
    ...comment,
    action: 'edited',
    comment: { ...comment.comment, body: 'Rolled back.', updated_at: '2026-03-04T14:50:00Z' },
  }).events[0];
  assert.equal(edited?.key, readValue(comment).events[0]?.key);
  assert.equal(edited?.text, 'Rolled back.');
  assert.match(edited?.notes ?? '', /Edited at 14:50 UTC/);
  assert.equal(edited?.lastMs, Date.UTC(2026, 2, 4, 14, 50));
});

test('the header says the kind, and so does the shape without it', () => {
  const headers = { 'x-github-event': 'issues', 'x-github-delivery': 'd1' };
  assert.deepEqual(readValue(opened, { headers }).events, readValue(opened).events);
  assert.equal(detectSource({ name: 'x', text: '{"unlike":1}', headers })?.name, 'github');
  assert.equal(detectSource({ name: 'x', text: JSON.stringify(push) })?.name, 'github');
});

test('what has no time takes that of its delivery, is said to, and counts once', () => {
  const deleted = { ...opened, action: 'deleted' };
  assert.deepEqual(
    readValue(deleted).ignored.map(({ why }) => why),
    ['GitHub states no time of it'],
  );
  const headers = { 'x-github-event': 'issues', 'x-github-delivery': 'd1' };
  const at = (receivedMs: number) => readValue(deleted, { headers, receivedMs }).events[0];
  assert.equal(at(1_772_634_000_000)?.epochMs, 1_772_634_000_000);
  assert.match(at(1_772_634_000_000)?.notes ?? '', /when it was delivered/);
  assert.equal(at(1_772_634_000_000)?.key, at(1_772_634_009_000)?.key);
});

test('a release and its three deliveries are one moment', () => {
  const release = { id: 5, tag_name: 'v2', published_at: '2026-03-04T14:00:00Z', created_at: '2026-01-01T00:00:00Z' };
  const keys = ['created', 'published', 'released'].map(
    (action) => readValue({ action, release, repository: pull.repository, sender: pull.sender }).events[0]?.key,
  );
  assert.equal(new Set(keys).size, 1);
});

test('says what it leaves out: pings, unknown kinds, actions and states', () => {
  const { repository, sender } = pull;
  const { ignored, events } = readValue([
    { zen: 'Keep it simple.', hook_id: 1, hook: { type: 'Repository' }, repository, sender },
    { action: 'started', repository, sender },
    { ...pull, action: 'teleported' },
    { ...status, deployment_status: { ...status.deployment_status, state: 'melted' } },
    'nothing',
  ]);
  assert.deepEqual(
    ignored.map(({ what, why }) => `${what}: ${why}`),
    [
      'ping: GitHub only asks whether somebody is here',
      'a delivery of unknown kind: no reader knows this kind',
      'pull_request: teleported: this action is unknown',
      'state "melted" of a deployment: it is unknown; it was taken over as it is',
      'a value: it is no delivery of GitHub',
    ],
  );
  assert.deepEqual(
    events.map(({ text }) => text),
    ['Deployment of acme/checkout main at 5f3e2d1 to production: melted'],
  );
});

test('reads deliveries of older servers, and comments of discussions', () => {
  const { repository, sender } = pull;
  const { action: _none, ...older } = sample[2];
  assert.match(readValue(older).events[0]?.text ?? '', /^Deployment of acme\/checkout main/);
  const { issue, ...said } = comment;
  const discussion = { number: 7, title: issue.title };
  assert.match(
    readValue({ ...said, discussion }).events[0]?.notes ?? '',
    /Comment on discussion #7 \(Checkout answers/,
  );
  const { created_at: at } = older.deployment;
  const review = { action: 'submitted', pull_request: pull.pull_request, repository, sender };
  const { events } = readValue({ ...review, review: { id: 1, state: 'APPROVED', submitted_at: at, user: sender } });
  assert.match(events[0]?.text ?? '', /^Pull request #479 of acme\/checkout approved: /);
});

test('each attempt of a job or a run is an event of its own, at its own time', () => {
  const { repository, sender } = pull;
  const job = (attempt: number) => ({
    action: 'completed',
    workflow_job: {
      id: 8,
      run_attempt: attempt,
      name: 'build',
      conclusion: 'failure',
      completed_at: '2026-03-04T14:00:00Z',
    },
    repository,
    sender,
  });
  const events = [1, 2].map((attempt) => readValue(job(attempt)).events[0]);
  assert.equal(events[0]?.text, 'Job build of acme/checkout failed');
  assert.notEqual(events[0]?.key, events[1]?.key);
  const run = { id: 9, name: 'CI', created_at: '2026-03-04T10:00:00Z', run_started_at: '2026-03-04T14:05:00Z' };
  const asked = (attempt: number) =>
    readValue({ action: 'requested', workflow_run: { ...run, run_attempt: attempt }, repository, sender }).events[0];
  assert.deepEqual([asked(1)?.epochMs, asked(2)?.epochMs], [Date.UTC(2026, 2, 4, 10), Date.UTC(2026, 2, 4, 14, 5)]);
});

test('what is no delivery is refused with a stable code', () => {
  assert.throws(
    () => readValue({ hello: 1 }),
    (error) => error instanceof SourceError && error.code === 'github.no-delivery',
  );
});

test('what imitates GitHub is not told as GitHub: Gitea, Forgejo and Gogs', () => {
  const fileOf = (value: unknown, headers?: Record<string, string>) => ({
    name: 'gh.json',
    text: JSON.stringify(value),
    ...(headers === undefined ? {} : { headers }),
  });
  const imitation = { ...push, sender: { ...push.sender, username: push.sender.login } };
  assert.equal(detectSource(fileOf(push))?.name, 'github');
  assert.equal(detectSource(fileOf(imitation)), undefined);
  const headers = { 'x-github-event': 'push', 'x-gitea-event': 'push' };
  assert.equal(detectSource(fileOf(imitation, headers)), undefined);
});

test('what a saved delivery brings along does not hide its own kind', () => {
  const [, , deployed, , , , workflow] = sample;
  const job = { id: 1, run_id: 2, name: 'deploy', conclusion: 'failure', completed_at: '2026-03-04T14:05:00Z' };
  const { events } = readValue({ ...deployed, action: 'completed', workflow_job: job });
  assert.deepEqual([events.length, events[0]?.text.startsWith('Job deploy')], [1, true]);
  for (const more of [{}, { comment: 'fine', approver: { login: 'ada-okafor' } }]) {
    const review = readValue({ ...workflow, action: 'requested', since: '2026-03-04T14:20:00Z', ...more });
    assert.deepEqual([review.events, review.ignored[0]?.what], [[], 'deployment_review']);
  }
});

test('a pull request says that it is aimed at another branch', () => {
  const changes = { base: { ref: { from: 'develop' } } };
  const request = { ...pull.pull_request, updated_at: '2026-03-04T14:00:00Z' };
  const { events } = readValue({ ...pull, action: 'edited', changes, pull_request: request });
  assert.match(events[0]?.text ?? '', / aimed at main instead of develop: /);
});

test('a push that names its pusher only is one of GitHub', () => {
  const { sender, ...rest } = push;
  const alone = { ...rest, pusher: { name: 'ben-ito', email: 'ben@example.com' } };
  const file = (value: unknown) => ({ name: 'x', text: JSON.stringify(value) });
  assert.ok(sender);
  assert.equal(detectSource(file(alone))?.name, 'github');
  assert.equal(readValue(alone).events[0]?.actor, 'ben-ito');
  assert.equal(detectSource(file({ ...alone, pusher: { ...alone.pusher, username: 'ben-ito' } })), undefined);
});

test('a delivery of unknown kind is named by what it brings', () => {
  const { repository, sender } = pull;
  const { ignored } = readValue({ action: 'created', alert: { number: 1 }, repository, sender });
  assert.equal(ignored[0]?.what, 'a delivery of unknown kind (alert)');
});
