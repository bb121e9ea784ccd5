import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

type Shape = { name: string; text: string; marked: string[] };

/** What the words of entries say of onset, notice and recovery. */
const shapes: Shape[] = [
  {
    name: 'what fails goes before what was changed',
    text: `# 2024-04-11 map tiles

- 09:00 UTC new style merged and queued
- 09:12 UTC style is live, first tiles fail
- 09:20 UTC alert pages Ines
- 10:01 UTC style reverted, tiles are served again
`,
    marked: ['2024-04-11T09:12Z impactStarted?', '2024-04-11T09:20Z detected?', '2024-04-11T10:01Z mitigated?'],
  },
  {
    name: 'somebody who writes is the notice',
    text: `# 2024-04-11 drill logs

- 11:00 UTC indexer stops
- 11:40 UTC a geologist writes in the chat that new holes are missing
- 12:15 UTC indexer restarted, queue empty
`,
    marked: ['2024-04-11T11:00Z impactStarted?', '2024-04-11T11:40Z detected?', '2024-04-11T12:15Z mitigated?'],
  },
  {
    name: 'the end of the outage is not the end of the incident',
    text: `# 2024-04-11 gate control

- 07:00 UTC Total outage begins
- 07:30 UTC Total outage ends
- 08:10 UTC Incident resolved
`,
    marked: ['2024-04-11T07:00Z impactStarted', '2024-04-11T07:30Z mitigated', '2024-04-11T08:10Z resolved'],
  },
  {
    name: 'the last clause of an entry names the start',
    text: `# 2024-04-11 seat maps

- 07:00 UTC one in twenty servers updated
- 07:15 UTC all servers updated, start of impact
- 07:22 UTC alert on empty maps
- 07:40 UTC servers rolled back, impact ends
`,
    marked: ['2024-04-11T07:15Z impactStarted', '2024-04-11T07:22Z detected?', '2024-04-11T07:40Z mitigated'],
  },
  {
    name: 'a window of the summary marks the entries at its ends',
    text: `# Gradebook unavailable, 11 April 2024

The gradebook was unavailable from 13:25 to 15:10 UTC, that is 1 h 45 min.

## Timeline

| Time (UTC) | Event |
|---|---|
| 12:00 | Vendor announces work elsewhere |
| 13:25 | Gradebook shows a blank page |
| 13:47 | First teacher calls the desk |
| 13:55 | Desk opens a case with the vendor |
| 15:10 | Vendor has promoted the replica |
| 15:40 | Desk closes the case |
`,
    marked: ['2024-04-11T13:25Z impactStarted?', '2024-04-11T13:47Z detected?', '2024-04-11T15:10Z mitigated?'],
  },
  {
    name: 'a ticket is opened after the start that the timeline names',
    text: `# Portal gone

| Field | Value |
|---|---|
| **Opened** | 2024-04-11 02:14 |
| **Closed** | 2024-04-11 04:52 |

## Timeline

- 02:12 Portal shows an error page. **[impact starts]**
- 02:14 User office gets a call; ticket opened
- 04:46 Portal back. **[impact ends]**
`,
    marked: [
      '2024-04-11T02:12 impactStarted',
      '2024-04-11T02:14 detected?',
      '2024-04-11T04:46 mitigated',
      '2024-04-11T04:52 closed',
    ],
  },
];

for (const { name, text, marked } of shapes)
  test(`milestones are found by words: ${name}`, () => {
    assert.deepEqual(
      summaryOf(text).events.filter((event) => event.includes(' ')),
      marked,
    );
  });
