import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineEvent } from '../../record/timeline.ts';
import { at, codesOf } from '../check.fixture.ts';

const zones = (timeline: TimelineEvent[]) => codesOf({ timeline }).filter((code) => code.startsWith('zone.'));
const inZone = (time: string, zone: string | undefined, text = 'x'): TimelineEvent => {
  const { zone: _, ...event } = at(time, text);
  return zone === undefined ? event : { ...event, zone };
};

test('no zone anywhere is one note', () => {
  assert.deepEqual(zones([inZone('2024-01-01T10:00', undefined), inZone('2024-01-01T11:00', undefined)]), [
    'zone.unstated',
  ]);
  assert.deepEqual(zones([inZone('2024-01-01T10:00Z', undefined)]), []);
});

test('winter names in summer and summer names in winter are suspect', () => {
  for (const [zone, time] of [
    ['CET', '2022-06-02T10:00'],
    ['PST', '2021-07-30T13:55'],
    ['BST', '2021-01-10T10:00'],
  ] as const)
    assert.deepEqual(zones([inZone(time, zone)]), ['zone.suspect'], zone);
});

test('the same names in their season, and in change-over months, are fine', () => {
  for (const [zone, time] of [
    ['CET', '2022-01-27T10:00'],
    ['CET', '2021-10-30T10:00'],
    ['PST', '2021-11-10T10:00'],
    ['BST', '2021-06-10T10:00'],
    ['UTC', '2021-06-10T10:00'],
    ['GMT', '2021-06-10T10:00'],
  ] as const)
    assert.deepEqual(zones([inZone(time, zone)]), [], zone);
});

test('British summer time called UTC is suspect only with evidence', () => {
  assert.deepEqual(zones([inZone('2021-06-10T14:05', 'UTC', 'Alert at 14:05 BST in the channel')]), ['zone.suspect']);
  assert.deepEqual(zones([inZone('2021-06-10T13:05', 'UTC', 'Alert at 14:05 BST in the channel')]), []);
});

test('two zones in one timeline are mixed', () => {
  assert.deepEqual(zones([inZone('2021-06-10T14:05', 'UTC'), inZone('2021-06-10T16:05', 'CEST')]), ['zone.mixed']);
});
