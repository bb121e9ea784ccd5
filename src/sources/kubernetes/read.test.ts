import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = readFileSync(new URL('sample.json', import.meta.url), 'utf8');
const event = (changes: object) => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { uid: 'u1' },
  involvedObject: { kind: 'Pod', namespace: 'shop', name: 'cart-7d9c5b8f6d-x2x4q' },
  reason: 'BackOff',
  message: 'Back-off restarting failed container',
  type: 'Warning',
  ...changes,
});
const list = (...items: unknown[]) =>
  read({ name: 'k.json', text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) });
const refusal = (value: unknown) => {
  try {
    read({ name: 'k.json', text: JSON.stringify(value) });
  } catch (error) {
    assert.ok(error instanceof SourceError);
    return { code: error.code, message: error.message };
  }
  return assert.fail('it was read');
};

test('reads the sample: warnings, and Normal events where they matter', () => {
  const { events, ignored, facts } = read({ name: 'k.json', text: sample });
  assert.deepEqual(
    events.map(({ text, count }) => `${text.split(' on ')[0]} ${count}`),
    ['ScalingReplicaSet 1', 'Unhealthy 42', 'BackOff 17', 'Scheduled 1', 'ScalingReplicaSet 1', 'Killing 1'],
  );
  assert.deepEqual(
    ignored.map(({ what }) => what),
    ['Pulled (Normal)'],
  );
  assert.deepEqual([...new Set(facts.systems.map(({ value }) => value))], ['Deployment shop/checkout']);
});

test('takes the time that is there', () => {
  const times: [object, string, string][] = [
    [{ eventTime: '2026-03-04T14:20:03.221907Z', firstTimestamp: null, lastTimestamp: null }, '14:20:03', '14:20:03'],
    [
      { eventTime: '2026-03-04T14:20:03Z', series: { count: 9, lastObservedTime: '2026-03-04T14:40:00Z' } },
      '14:20:03',
      '14:40:00',
    ],
    [
      { firstTimestamp: '2026-03-04T14:21:00Z', lastTimestamp: '2026-03-04T14:44:00Z', count: 7 },
      '14:21:00',
      '14:44:00',
    ],
    [{ firstTimestamp: null, lastTimestamp: '2026-03-04T14:44:00Z' }, '14:44:00', '14:44:00'],
    [{ metadata: { creationTimestamp: '2026-03-04T14:45:00Z' } }, '14:45:00', '14:45:00'],
  ];
  for (const [changes, first, last] of times) {
    const found = list(event(changes)).events[0];
    const clock = (ms: number | undefined) => new Date(ms ?? 0).toISOString().slice(11, 19);
    assert.deepEqual([clock(found?.epochMs), clock(found?.lastMs)], [first, last]);
  }
  assert.deepEqual(
    list(event({})).ignored.map(({ what, why }) => [what, why]),
    [['an event', 'it has no time']],
  );
});

test('reads events.k8s.io/v1 and what --watch prints', () => {
  const { involvedObject: regarding, message: note, ...rest } = event({ apiVersion: 'events.k8s.io/v1' });
  const newer = {
    ...rest,
    regarding,
    note,
    deprecatedFirstTimestamp: '2026-03-04T14:21:00Z',
    deprecatedCount: 3,
    reportingController: 'kubelet',
  };
  const text = [newer, { type: 'ADDED', object: { ...newer, metadata: { uid: 'u2' } } }]
    .map((value) => JSON.stringify(value))
    .join('\n');
  const { events } = read({ name: 'k.jsonl', text });
  assert.deepEqual(
    events.map(({ text: words, actor, count, evidence }) => [words, actor, count, evidence]),
    ['k.jsonl#1', 'k.jsonl#2'].map((place) => [
      'BackOff on Pod shop/cart-7d9c5b8f6d-x2x4q: Back-off restarting failed container',
      'kubelet',
      3,
      place,
    ]),
  );
});

test('an audit log is told apart by its apiVersion, other objects by their kind', () => {
  const audit = { kind: 'Event', apiVersion: 'audit.k8s.io/v1', stage: 'ResponseComplete', objectRef: {}, verb: 'get' };
  assert.equal(refusal(audit).code, 'kubernetes.audit-log');
  assert.equal(
    refusal({ kind: 'EventList', apiVersion: 'audit.k8s.io/v1', items: [audit] }).code,
    'kubernetes.audit-log',
  );
  const nodes = { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Node' }] };
  assert.deepEqual(refusal(nodes), {
    code: 'kubernetes.no-events',
    message: 'There is no Kubernetes event here, but Node.',
  });
});

test('a bad item costs only itself', () => {
  const good = event({ firstTimestamp: '2026-03-04T14:21:00Z' });
  const { events, ignored } = list(good, event({ count: 'many' }), { kind: 'Pod', apiVersion: 'v1' }, null, 7);
  assert.equal(events.length, 1);
  assert.deepEqual(
    ignored.map(({ what, where, count }) => [what, where, count]),
    [
      ['an event', 'k.json#/items/1', 1],
      ['an object', 'k.json#/items/2', 3],
    ],
  );
});

test('an event without its kind is known by its times, a notice of another system about an object is none', () => {
  const {
    kind: _kind,
    apiVersion: _version,
    ...bare
  } = event({ firstTimestamp: '2026-03-04T14:21:00Z', lastTimestamp: null });
  assert.equal(list(bare).events.length, 1);
  const notice = {
    involvedObject: bare.involvedObject,
    severity: 'error',
    timestamp: '2026-03-04T14:21:00Z',
    message: 'm',
  };
  assert.equal(refusal(notice).code, 'kubernetes.no-events');
});

test('reads what a watch prints: events one after the other, each over several lines', () => {
  const at = (uid: string) => event({ metadata: { uid }, firstTimestamp: '2026-03-04T14:21:00Z' });
  const text = [at('u1'), at('u2')].map((value) => JSON.stringify(value, null, 4)).join('\n');
  const { events } = read({ name: 'k.json', text });
  assert.deepEqual(
    events.map(({ key, evidence }) => [key, evidence.slice(0, 'k.json#'.length)]),
    [
      ['kubernetes:u1', 'k.json#'],
      ['kubernetes:u2', 'k.json#'],
    ],
  );
});
