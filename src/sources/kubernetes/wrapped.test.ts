import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvidence } from '../index.ts';

const event = (reason: string, type = 'Normal', uid = reason) => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { uid },
  involvedObject: { kind: 'HelmRelease', namespace: 'shop', name: 'checkout' },
  reason,
  type,
  firstTimestamp: '2026-03-04T14:00:00Z',
  lastTimestamp: '2026-03-04T14:00:00Z',
});
const read = (...values: unknown[]) => {
  const reading = readEvidence({ name: 'a.json', text: values.map((value) => JSON.stringify(value)).join('\n') });
  assert.equal(reading.source, 'kubernetes');
  return reading;
};

test('an event is read inside what a router puts around it, at its last state', () => {
  const { kind: _kind, apiVersion: _version, ...bare } = event('BackOff', 'Warning');
  const { events } = read({ verb: 'UPDATED', event: { ...bare, count: 9 }, old_event: { ...bare, count: 8 } });
  assert.deepEqual(
    events.map(({ count, key }) => [count, key]),
    [[9, 'kubernetes:BackOff']],
  );
});

test('a bookmark of a watch is no event', () => {
  const bookmark = { type: 'BOOKMARK', object: { ...event('', ''), firstTimestamp: null, lastTimestamp: null } };
  const { events, ignored } = read({ type: 'ADDED', object: event('BackOff', 'Warning') }, bookmark);
  assert.equal(events.length, 1);
  assert.deepEqual(ignored, [
    { what: 'a bookmark', why: 'it only says how far the watch has come', where: 'a.json#2', count: 1 },
  ]);
});

test('what Flux and Argo roll out is a change', () => {
  const { events } = read(event('UpgradeSucceeded'), event('OperationCompleted'), event('ScaledUpGroup'));
  assert.deepEqual(
    events.map(({ change }) => change),
    [true, true, undefined],
  );
});
