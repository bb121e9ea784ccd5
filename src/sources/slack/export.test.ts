import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectSource, readEvidence } from '../index.ts';
import type { EvidenceFile } from '../source.ts';
import { isIncidentChannel } from './channels.ts';

const message = (seconds: number, user: string, text: string) => ({
  type: 'message',
  ts: `${1772634190 + seconds}.000100`,
  user,
  text,
});
const file = (entries: Record<string, unknown>): EvidenceFile => ({
  name: 'export.zip',
  text: '',
  entries: Object.entries(entries).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  })),
});
const users = [{ id: 'U1', name: 'jane', profile: { display_name: 'Jane Doe' } }];
const channels = [{ id: 'C1', name: 'inc-7-checkout', purpose: { value: 'Checkout fails for EU' } }];

test('reads the incident channels of a whole export and says which others were left out', () => {
  const input = file({
    'users.json': users,
    'channels.json': channels,
    'inc-7-checkout/2026-03-05.json': [message(90_000, 'U1', 'all clear')],
    'inc-7-checkout/2026-03-04.json': [message(0, 'U1', 'outage in <#C1>')],
    'random/2026-03-04.json': [message(5, 'U1', 'the coffee machine is down')],
    'canvas.html.json': '<html>',
  });
  assert.equal(detectSource(input)?.name, 'slack');
  const { events, facts, ignored } = readEvidence(input);
  assert.deepEqual(
    events.map(({ text, actor, evidence }) => [text, actor, evidence]),
    [
      ['outage in #inc-7-checkout', 'Jane Doe', 'export.zip/inc-7-checkout/2026-03-04.json#/0'],
      ['all clear', 'Jane Doe', 'export.zip/inc-7-checkout/2026-03-05.json#/0'],
    ],
  );
  assert.deepEqual(
    facts.titles.map(({ value }) => value),
    ['Checkout fails for EU'],
  );
  assert.deepEqual(
    ignored.map(({ what }) => what),
    ['a file', 'channel #random'],
  );
});

test('reads every channel when none is named for an incident, and exports inside one folder', () => {
  const input = file({
    'acme/users.json': users,
    'acme/ops/2026-03-04.json': [message(0, 'U1', 'outage')],
    'acme/dev/2026-03-04.json': [message(1, 'U1', 'latency is up')],
  });
  assert.equal(readEvidence(input).events.length, 2);
});

test('a broken day costs only itself', () => {
  const input = file({ 'inc-1/2026-03-04.json': '[{"ts":', 'inc-1/2026-03-05.json': [message(0, 'U1', 'outage')] });
  const { events, ignored } = readEvidence(input);
  assert.equal(events.length, 1);
  assert.deepEqual(ignored[0], {
    what: 'a file',
    why: 'The JSON ends too early in line 1.',
    where: 'export.zip/inc-1/2026-03-04.json#1',
    count: 1,
  });
});

test('tells incident channels by name', () => {
  for (const name of ['inc-42', 'incident_checkout', 'sev1-db', '2026-03-04-outage', 'war-room', 'INC42'])
    assert.ok(isIncidentChannel(name), name);
  for (const name of ['random', 'incoming-mail', 'include', 'several', 'princess'])
    assert.ok(!isIncidentChannel(name), name);
});
