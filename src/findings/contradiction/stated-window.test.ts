import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, at, codesOf } from '../check.fixture.ts';

const timeline = [
  { ...at('2024-05-07T06:20', 'Belts stop, no parcel is sorted', 'impactStarted'), line: 9 },
  { ...at('2024-05-07T06:31', 'Alert of the line control', 'detected'), line: 10 },
  { ...at('2024-05-07T07:05', 'Controller replaced'), line: 11 },
  { ...at('2024-05-07T08:40', 'All belts run', 'mitigated'), line: 12 },
];

const told = (sentence: string, heading = '## Summary') =>
  accusations(codesOf({ timeline }, { source: `# Belts\n\n${heading}\n\n${sentence}\n\n## Log\n` }));

test('a window of the impact whose end no entry has is held against the end that the timeline names', () => {
  assert.deepEqual(told('From 06:20 to 07:40 no parcel could be sorted.'), ['contradiction.window']);
  assert.deepEqual(told('From 06:20 to 08:40 no parcel could be sorted.'), []);
  assert.deepEqual(told('Between 06:20 and 07:05 no parcel could be sorted.'), []);
});

test('a part, another place of the text or another start says nothing', () => {
  assert.deepEqual(told('Some belts were down from 06:20 to 07:40.'), []);
  assert.deepEqual(told('From 06:20 to 07:40 no parcel could be sorted.', '## Later'), []);
  assert.deepEqual(told('From 05:00 to 07:40 no parcel could be sorted.'), []);
  assert.deepEqual(told('Planned maintenance ran from 06:20 to 07:40, belts were down.'), []);
});

test('the length in a heading is held against the window that its text begins with', () => {
  const report = (length: string) =>
    `**9 May 14:05 (lasting ${length})**\n\nOn 9 May, from 14:05 to 16:10, belts stood.\n`;
  assert.deepEqual(accusations(codesOf({}, { source: report('2 hours 5 minutes') })), []);
  assert.deepEqual(accusations(codesOf({}, { source: report('1 hour 5 minutes') })), ['contradiction.window']);
});

test('a stated end at which an entry lies is too early where a later one says that things still fail', () => {
  const report = (later: string) => {
    const steps = [...timeline.slice(0, 3), { ...at('2024-05-07T07:50', later), line: 12 }, ...timeline.slice(3)];
    const source = '# Belts\n\n## Summary\n\nBetween 06:20 and 07:05 no parcel could be sorted.\n\n## Log\n';
    return accusations(codesOf({ timeline: steps }, { source }));
  };
  assert.deepEqual(report('Yard calls: belts still stand'), ['contradiction.window']);
  assert.deepEqual(report('Team still working on the report'), []);
});

test('a window that begins after both the failure and its notice is too late', () => {
  assert.deepEqual(told('From 06:50 to 08:40 no parcel could be sorted.'), ['contradiction.window']);
  assert.deepEqual(told('From 06:31 to 08:40 no parcel could be sorted.'), []);
});

test('an entry at the stated end that says that it did not help is no end; a label in bold is as good as a heading', () => {
  const held = (text: string, sentence: string, heading = '## Summary') =>
    accusations(
      codesOf(
        { timeline: timeline.map((event) => (event.at === '2024-05-07T07:05' ? { ...event, text } : event)) },
        { source: `# Belts\n\n${heading}\n\n${sentence}\n\n## Log\n` },
      ),
    );
  const sentence = 'Between 06:20 and 07:05 no parcel could be sorted.';
  assert.deepEqual(held('Controller replaced; fails on line two', sentence), ['contradiction.window']);
  assert.deepEqual(held('Controller replaced', sentence), []);
  assert.deepEqual(told('**Impact.** From 06:20 to 07:40 no parcel could be sorted.', '## Later'), [
    'contradiction.window',
  ]);
});
