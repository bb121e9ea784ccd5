import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './shapes/summary.ts';

test('a window as long as the stated length gives the ends of impact, beside a later all-clear', () => {
  const text = `# Slow library catalogue

## Timeline

2022-03-02, all times UTC

- 20:10 nightly copy begins
- 20:55 reader complains by phone
- 23:40 copy stopped
- 23:59 all-clear

## Facts

- The catalogue was slow for 3 hours 20 minutes (20:20 to 23:40).
`;
  const { events } = summaryOf(text);
  assert.ok(events.includes('2022-03-02T20:20Z impactStarted?'), events.join('; '));
  assert.ok(events.includes('2022-03-02T23:40Z mitigated?'), events.join('; '));
  assert.ok(events.includes('2022-03-02T23:59Z resolved'), events.join('; '));
});

test('a status page starts with its first post at the latest', () => {
  const text = `# Delayed post

## Updates

**Resolved** - All is delivered.
Jun 3, 2024 14:05 UTC

**Identified** - A queue is stuck.
Jun 3, 2024 12:20 UTC

**Investigating** - Post is late.
Jun 3, 2024 11:47 UTC
`;
  assert.deepEqual(summaryOf(text).events, [
    '2024-06-03T11:47Z detected?',
    '2024-06-03T12:20Z rootCauseIdentified',
    '2024-06-03T14:05Z resolved',
  ]);
});

test('an end far from the stated length is no suggestion', () => {
  const text = `# Lift alarm

## Timeline

2022-03-02, all times UTC

- 10:00 alarm line fails
- 10:30 porter notices
- 19:00 spare part works

The outage lasted 40 minutes.
`;
  assert.ok(summaryOf(text).events.every((event) => !event.includes('mitigated')));
});
