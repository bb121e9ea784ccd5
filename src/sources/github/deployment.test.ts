import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'gh.json', text: JSON.stringify(value) });
const [pull, push, deployed, status] = sample;

test('a deployment of a commit names it once, in short', () => {
  const sha = '5f3e2d1c0b9a88776655443322110099aabbccdd';
  const { text } = readValue({ ...deployed, deployment: { ...deployed.deployment, ref: sha, sha } }).events[0] ?? {};
  assert.equal(text, 'Deployment of acme/checkout 5f3e2d1 to production created');
});

test('what is deployed or released is a change, what is asked for or merged is none', () => {
  const state = (name: string) => ({ ...status, deployment_status: { ...status.deployment_status, state: name } });
  const changes = (value: unknown) => readValue(value).events.map(({ change }) => change === true);
  assert.deepEqual(
    ['in_progress', 'success', 'failure', 'error'].flatMap((name) => changes(state(name))),
    [true, true, true, true],
  );
  const release = { id: 5, tag_name: 'v2', published_at: '2026-03-04T14:00:00Z' };
  assert.deepEqual(
    changes({ ...status, deployment_status: undefined, deployment: undefined, release, action: 'published' }),
    [true],
  );
  assert.deepEqual([state('queued'), state('inactive'), deployed, pull, push].flatMap(changes), Array(5).fill(false));
});
