import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, at, codesOf } from '../check.fixture.ts';

type Entry = readonly [time: string, written: string, carried?: boolean];

const told = (entries: readonly Entry[]) =>
  accusations(
    codesOf({
      timeline: entries.map(([time, written, carried = true], index) => ({
        ...at(time, `Step ${index}`),
        written,
        carried,
      })),
    }),
  );

const before: Entry[] = [
  ['2024-03-05T09:00', '9:00 AM'],
  ['2024-03-05T10:10', '10:10 AM'],
];

test('an entry that fits between close neighbours only in the other half of the day is a slip', () => {
  assert.deepEqual(told([...before, ['2024-03-05T22:30', '10:30 PM'], ['2024-03-06T11:05', '11:05 AM']]), [
    'order.window',
  ]);
  assert.deepEqual(told([...before, ['2024-03-05T22:30', '10:30 PM'], ['2024-03-05T11:05', '11:05 AM']]), [
    'order.window',
  ]);
});

test('a long night, a stated day and the 24-hour clock are no slips', () => {
  assert.deepEqual(told([...before, ['2024-03-05T22:30', '10:30 PM'], ['2024-03-06T16:05', '4:05 PM']]), []);
  assert.deepEqual(told([...before, ['2024-03-05T22:30', '10:30 PM'], ['2024-03-06T11:05', '11:05 AM', false]]), []);
  assert.deepEqual(told([...before, ['2024-03-05T10:30', '10:30 AM'], ['2024-03-05T11:05', '11:05 AM']]), []);
  assert.deepEqual(told([...before, ['2024-03-05T22:30', '22:30'], ['2024-03-06T11:05', '11:05']]), []);
});
