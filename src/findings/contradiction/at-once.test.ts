import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, at, codesOf } from '../check.fixture.ts';

const log = (alert: string) => [
  at('2024-02-06T10:00', 'Release goes out, orders fail', 'impactStarted'),
  at(`2024-02-06T${alert}`, 'Alert on failed orders', 'detected'),
  at('2024-02-06T12:10', 'Release put back'),
  at('2024-02-06T12:20', 'Orders work', 'mitigated'),
];

const told = (sentence: string, alert = '11:05', heading = 'Overview') =>
  accusations(codesOf({ timeline: log(alert) }, { source: `# Orders\n\n## ${heading}\n\n${sentence}\n` }));

test('noticed within minutes, where the timeline lets an hour pass', () => {
  assert.deepEqual(told('The failure was caught by our probe within minutes.'), ['contradiction.time-to-detect']);
  assert.deepEqual(told('We noticed almost at once.'), ['contradiction.time-to-detect']);
  assert.deepEqual(told('The failure was caught by our probe within minutes.', '10:06'), []);
});

test('what was prompt after the notice, or is wished for, is none of it', () => {
  assert.deepEqual(told('Once alerted, we fixed it within minutes.'), []);
  assert.deepEqual(told('We should have been alerted within minutes.'), []);
  assert.deepEqual(told('The probe alerted within minutes.', '11:05', 'History of the probe'), []);
});
