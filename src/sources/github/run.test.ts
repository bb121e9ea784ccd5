import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'gh.json', text: JSON.stringify(value) });
const [{ repository, sender }] = sample;

test('a job says where it deploys to, that it waits, and which of its steps failed', () => {
  const job = { id: 8, name: 'apply', workflow_name: 'Deploy', created_at: '2026-03-04T14:00:00Z' };
  const deployment = { id: 3, environment: 'production' };
  const at = (action: string, more: object = {}) =>
    readValue({ action, workflow_job: { ...job, ...more }, deployment, repository, sender }).events[0];
  const [waiting, queued] = [at('waiting'), at('queued')];
  assert.equal(
    waiting?.text,
    'Job apply of workflow Deploy of acme/checkout to production waits for what protects its environment',
  );
  assert.notEqual(waiting.key, queued?.key);
  const steps = [
    { name: 'Check out', conclusion: 'success' },
    { name: 'kubectl apply', conclusion: 'failure' },
  ];
  const failed = at('completed', { conclusion: 'failure', completed_at: '2026-03-04T14:05:00Z', steps });
  assert.equal(failed?.notes, 'Failed: kubectl apply.');
});

test('a check that is made in the queue has not started', () => {
  const made = (status: string) => {
    const check = { id: 4, name: 'build', status, started_at: '2026-03-04T14:00:00Z' };
    return readValue({ action: 'created', check_run: check, repository, sender }).events[0]?.text;
  };
  assert.deepEqual(
    [made('queued'), made('in_progress')],
    ['Check build of acme/checkout was queued', 'Check build of acme/checkout started'],
  );
});
