import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, at, codesOf } from '../check.fixture.ts';

const timeline = [
  at('2024-11-05T10:40', 'Ferries cannot be booked'),
  at('2024-11-05T12:10', 'Firm called'),
  at('2024-11-05T15:30', 'Booking works'),
];

const said = (sentence: string, events = timeline): string[] =>
  accusations(codesOf({ timeline: events }, { source: `# Ferries\n\n${sentence}\n` }));

test('an end before its start is a slip where the timeline has the other half of the day', () => {
  assert.deepEqual(said('Booking failed from 10:40 AM until 3:30 AM.'), ['order.window']);
  assert.deepEqual(said('Booking failed from 10:40 AM until 3:30 PM.'), []);
});

test('a window into another day, one with a half for both ends, or one of other times is none', () => {
  assert.deepEqual(said('Booking failed from 10:40 AM until 3:30 AM the next day.'), []);
  assert.deepEqual(said('Booking failed from 10:40 until 3:30 AM.'), []);
  assert.deepEqual(said('Booking failed from 10:40 AM until 4:30 AM.'), []);
  assert.deepEqual(
    said('Booking failed from 10:40 AM until 3:30 AM.', [...timeline, at('2024-11-06T03:30', 'End')]),
    [],
  );
});
