import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../test/server/server.ts';
import type { Layout } from '../templates/index.ts';
import { documentOperations } from './document-operations.ts';
import { operations } from './index.ts';

const server = await testServer();
const ann = await server.token('viewer');
const source =
  '# Postmortem: Checkout\n\nThe outage lasted 2 hours.\n\n## Timeline\n\n- 2026-01-01 10:00 UTC outage started\n- 10:30 UTC resolved\n';

test('every operation of the command line on documents is offered over HTTP', () => {
  assert.deepEqual(
    documentOperations.map(({ name }) => name),
    operations.map(({ name }) => name),
  );
});

test('a document is read over HTTP as on the command line: record, figures, claims and findings', async () => {
  const { status, json } = await ann.call('POST', '/documents/read', { source });
  assert.equal(status, 200);
  const { figures, findings } = json as unknown as {
    figures: Record<string, { seconds: number }>;
    findings: { code: string }[];
  };
  assert.equal(figures['duration']?.seconds, 1800);
  assert.ok(findings.some(({ code }) => code === 'contradiction.duration'));
});

test('a document is written in another form, with the type of that form', async () => {
  const answer = await ann.call('POST', '/documents/write', { source, template: 'invariants', format: 'html' });
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(answer.text, /<h1/);
});

test('templates are listed and shown', async () => {
  const { json } = await ann.call('GET', '/templates');
  assert.ok((json as unknown as { name: string }[]).some(({ name }) => name === 'invariants'));
  assert.match((await ann.call('GET', '/templates/invariants')).text, /Timeline/);
  assert.equal((await ann.call('GET', '/templates/none')).json['code'], 'template.unknown');
});

test('a template says what stands where', async () => {
  const { status, json } = await ann.call('GET', '/templates/invariants/layout');
  assert.equal(status, 200);
  const { sections, policy } = json as unknown as Layout;
  assert.equal(policy.severities['S1'], 'critical');
  const timeline = sections.find(({ id }) => id === 'timeline')?.items[0];
  assert.ok(timeline?.kind === 'entries' && timeline.collection === 'timeline' && timeline.as === 'table');
  assert.equal((await ann.call('GET', '/templates/none/layout')).json['code'], 'template.unknown');
});
