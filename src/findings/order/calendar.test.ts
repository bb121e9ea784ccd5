import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, at, codesOf } from '../check.fixture.ts';

const told = (source: string): string[] => accusations(codesOf({}, { source }));

test('a day that no calendar has is reported wherever it is written, but not in code', () => {
  assert.deepEqual(told('On 2022-09-31 the queue stopped.'), ['impossible.date']);
  assert.deepEqual(told('On 31 June 2022 the queue stopped.'), ['impossible.date']);
  assert.deepEqual(told('On February 30, 2022 the queue stopped.'), ['impossible.date']);
  assert.deepEqual(told('On 2024-02-29 and on 30 September 2022 it ran; 30 novels were printed.'), []);
  assert.deepEqual(told('```\n2022-09-31 boot\n```\n'), []);
});

test('a day that a program made up is told of, not stated', () => {
  assert.deepEqual(told('Adding a year gave 2025-02-29, and the job stopped.'), []);
  assert.deepEqual(told('The parser read it as 31 June 2022.'), []);
  assert.deepEqual(told('The job gave nothing. On 2022-09-31 the queue stopped.'), ['impossible.date']);
});

test('a title one day early counts when the name of the file sides with an afternoon of the timeline', () => {
  const record = (hour: string) => ({
    incident: { title: '2024-05-06 Queue full' },
    timeline: [at(`2024-05-07T${hour}:10`, 'Queue full'), at(`2024-05-07T${hour}:40`, 'Queue empty')],
  });
  const codes = (hour: string, fileName: string) => accusations(codesOf(record(hour), { fileName }));
  assert.deepEqual(codes('14', '2024-05-07-queue.md'), ['contradiction.header']);
  assert.deepEqual(codes('02', '2024-05-07-queue.md'), []);
  assert.deepEqual(codes('14', '2024-05-06-queue.md'), []);
});

test('entries on both sides of a line with a date are not out of order', () => {
  const source = '05:00 a\n09:00 b\n11:15 c\n2020-02-29\n10:30 d\n';
  const events = ['05:00', '09:00', '11:15', '10:30'].map((time, index) => ({
    ...at(`2020-02-28T${time}`, 'entry'),
    line: index === 3 ? 5 : index + 1,
  }));
  assert.deepEqual(accusations(codesOf({ timeline: events }, { source })), []);
  assert.deepEqual(accusations(codesOf({ timeline: events }, { source: source.replace('2020-02-29', '') })), [
    'order.timeline',
  ]);
});
