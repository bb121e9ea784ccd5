import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readEvidence } from './index.ts';

const corpus = new URL('../../../shared/corpus/C/', import.meta.url);
const skip = existsSync(corpus) ? false : 'skipped: no corpus';

const read = (path: string) => readEvidence({ name: path, text: readFileSync(new URL(path, corpus), 'utf8') });
const folder = (path: string) => readdirSync(new URL(path, corpus)).map((name) => `${path}${name}`);

test('reads Alertmanager payloads of others', { skip }, () => {
  for (const path of [...folder('alertmanager/samples/'), ...folder('zulip-fixtures/alertmanager/')].filter((name) =>
    name.endsWith('.json'),
  )) {
    const { source, events } = read(path);
    assert.equal(source, 'alertmanager');
    assert.deepEqual(
      events.map(({ milestone }) => milestone),
      ['detected'],
    );
  }
});

test('reads Kubernetes events of others', { skip }, () => {
  for (const path of folder('k8s-events/pkg/analyze/files/events/')) {
    const { source, events, facts } = read(path);
    assert.equal(source, 'kubernetes');
    assert.ok(events.length > 5 && facts.systems.length > 2);
    assert.ok(events.some(({ count }) => (count ?? 0) > 100));
  }
});

test('reads Slack exports of others', { skip }, () => {
  const base = 'zulip-fixtures/zerver/tests/slack_fixtures/exported_messages_fixtures/';
  for (const path of folder(base).filter((name) => !name.endsWith('users.json'))) {
    const { source, facts } = read(path);
    assert.equal(source, 'slack');
    assert.ok(facts.people.length > 0);
  }
  const text = (name: string) => readFileSync(new URL(`${base}${name}`, corpus), 'utf8');
  const entries = [
    { name: 'users.json', text: text('users.json') },
    { name: 'random/2015-06-12.json', text: text('normal_thread.json') },
  ];
  assert.deepEqual(
    readEvidence({ name: 'export', text: '', entries }).facts.people.map(({ value }) => value),
    ['Jane', 'Jane'],
  );
});
