import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './shapes/summary.ts';

test('the state that ends the first line of a post is its milestone, and a later report tells of the day of the incident', () => {
  const { events } = summaryOf(`# Calls to the island fail

**Wed 8 May 2024, 09:31 GMT** — Investigating
We see calls to the island end with a busy tone.

**Wed 8 May 2024, 11:20 GMT** — Monitoring
Calls pass.

**Wed 8 May 2024, 12:30 GMT** — Resolved
Nothing failed in the last hour.

**Tue 14 May 2024, 16:00 GMT** — Root cause

The carrier shows the first rejected call at 09:17 GMT. A test call at 09:25 GMT raised an alert.
`);
  for (const expected of [
    '2024-05-08T09:31Z investigationStarted',
    '2024-05-08T12:30Z resolved',
    '2024-05-08T09:17Z impactStarted?',
    '2024-05-08T09:25Z detected?',
  ])
    assert.ok(events.includes(expected), `${expected} in ${events.join('; ')}`);
});

test('identified beside a notice of its own is the cause', () => {
  const { events } = summaryOf(`# Late buses

| Milestone | Time (UTC) | Since start |
|---|---|---|
| Started | 2024-05-06 13:02 | - |
| Detected | 2024-05-06 13:09 | 7m |
| Identified | 2024-05-06 13:44 | 42m |
| Resolved | 2024-05-06 14:40 | 1h 38m |
`);
  assert.ok(events.includes('2024-05-06T13:44Z rootCauseIdentified'), events.join('; '));
  assert.ok(events.includes('2024-05-06T13:09Z detected'), events.join('; '));
});

test('a moment in the code of a page generator closes its post', () => {
  const { events } = summaryOf(`# Slow search

*Resolved* - The index is whole. {{< track "2024-03-18 11:30:00" >}}

*Investigating* - Pages time out. {{< track "2024-03-18 07:45:00" >}}
`);
  assert.deepEqual(events.toSorted(), ['2024-03-18T07:45:00 detected?', '2024-03-18T11:30:00 resolved']);
});

test('the day a text was prepared is not the day of what it tells', () => {
  const { events } = summaryOf(`# Reason for outage: night mail

Prepared for customers, May 8, 2024

**When.** May 6, 2024, 1:15 PM to 4:40 PM EST.

**What we saw.**

1:15 PM – The relay rejects everything.

2:02 PM – First customer ticket.

4:40 PM – Mail flows.
`);
  assert.ok(events.includes('2024-05-06T14:02-05:00 detected?'), events.join('; '));
});

test('a window of prose that ends where the document says it ended gives the start', () => {
  const { events } = summaryOf(`# Locked exam

## Summary

Between 10:00 and 10:55 on 6 May 2024 nobody could submit.

## Timeline (UTC)

- 09:30 Exam starts
- 10:00 Task "expire" runs
- 10:04 Invigilator telephones the desk
- 10:55 Exam open. Incident over.
`);
  assert.ok(events.includes('2024-05-06T10:00Z impactStarted?'), events.join('; '));
  assert.ok(events.includes('2024-05-06T10:04Z detected?'), events.join('; '));
});

test('an offset of more than a day lands on the day that a full date of T gives', () => {
  const { events } = summaryOf(`# Licence daemon

T0 = 2024-05-06 08:20 UTC

| Offset | What |
|---|---|
| T+0 | every checkout is denied |
| T+27m | first mail of the monitor |
| T+1h10m | checkouts succeed |
| T+24h | contract moved |
`);
  assert.ok(events.includes('2024-05-07T08:20Z'), events.join('; '));
  assert.ok(events.includes('2024-05-06T08:20Z impactStarted?'), events.join('; '));
});
