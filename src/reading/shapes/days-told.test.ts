import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { readGeneral } from '../index.ts';
import { summaryOf } from './summary.ts';

type Shape = { name: string; text: string; events: string[] };

/** Where the day of a time stands: in a sentence, a heading, a byline, a mail, or counted from T. */
const shapes: Shape[] = [
  {
    name: 'a date in numbers at the end of a sentence',
    text: `# Print server down

Nobody could print on 23/05/2024.

## Timeline

- 08:10 – Spooler crashes
- 08:25 – Teachers call the office
- 09:05 – Spooler restarted, printing works again
`,
    events: ['2024-05-23T08:10 impactStarted?', '2024-05-23T08:25 detected?', '2024-05-23T09:05 mitigated?'],
  },
  {
    name: 'offsets from a T that a sentence explains',
    text: `# Telemetry gap

T0 is the moment the last frame came in, 03:20 UTC on 7 June 2024.

## Timeline

- T0: last frame
- T+6m: alarm at the ground station
- T+1h40m: antenna pointed by hand, frames are back
`,
    events: ['2024-06-07T03:20Z impactStarted?', '2024-06-07T03:26Z detected?', '2024-06-07T05:00Z mitigated?'],
  },
  {
    name: 'a list of digits without colons under days',
    text: `# Ward phones silent

## What took place

Friday 8 March 2024

- 2315 – Exchange stops taking calls
- 2322 – Night sister reports silent phones
- 2350 – Vendor called

Saturday 9 March 2024

- 0020 – Exchange restarted
- 0035 – Phones working again
- 0110 – Night sister informed
`,
    events: [
      '2024-03-08T23:15 impactStarted?',
      '2024-03-08T23:22 detected?',
      '2024-03-08T23:50',
      '2024-03-09T00:20',
      '2024-03-09T00:35 mitigated?',
      '2024-03-09T01:10',
    ],
  },
  {
    name: 'a mail sent on the next day',
    text: `From: ops@tram.example
To: riders@lists.tram.example
Date: Wed, 15 May 2024 09:12:00 +0200
Subject: Ticket machines, night of 14-15 May

Times are CEST. On Tuesday, 14 May, ticket machines refused all cards.

* 22:10 - first machine offline
* 22:40 - driver reports it by radio
* 00:15 - modem replaced, machines online
`,
    events: [
      '2024-05-14T22:10+02:00 impactStarted?',
      '2024-05-14T22:40+02:00 detected?',
      '2024-05-15T00:15+02:00 mitigated?',
    ],
  },
  {
    name: 'a weekday in the heading above, after planned work on another day',
    text: `# Catalogue slow

**Planned maintenance:** Saturday 4 May 2024, 06:00 – 09:00.

**Unplanned incident:** Monday 6 May 2024, 10:05 – 11:20.

## What happened on Monday

* 10:05 searches take a minute
* 10:20 desk calls IT
* 11:20 index rebuilt, searches fast
`,
    events: ['2024-05-06T10:05 impactStarted', '2024-05-06T10:20 detected?', '2024-05-06T11:20 mitigated'],
  },
  {
    name: 'a day two paragraphs above the list',
    text: `# Weekly review, 20 March 2024

## Item 2

Nadia presented. Thursday 14/03/2024.

Times UTC:

- 15:10 backup fills the disk, writes fail
- 15:31 alert on failed writes
- 16:02 old backups deleted, writes succeed again
`,
    events: ['2024-03-14T15:10Z impactStarted?', '2024-03-14T15:31Z detected?', '2024-03-14T16:02Z mitigated?'],
  },
  {
    name: 'a start and an end in one line',
    text: `# Slow lookups

**Incident began at** 2024-02-02 14:27 **and ended at** 2024-02-02 16:06 (all times are **UTC**).
`,
    events: ['2024-02-02T14:27Z impactStarted', '2024-02-02T16:06Z resolved'],
  },
];

for (const { name, text, events } of shapes)
  test(`times find their day: ${name}`, () => {
    assert.deepEqual(summaryOf(text).events, events);
  });

test('years in a column are no times of day', () => {
  const { events } = summaryOf(`# Filing day

| Year | Returns |
|------|---------|
| 2021 | 6,100 |
| 2022 | 7,900 |
| 2023 | 9,000 |
`);
  assert.deepEqual(events, []);
});

test('a labelled start with its date goes before the day the page was changed on', () => {
  const { events } = summaryOf(`# Portal slow

Created by Ola Berg, last modified on 18 Mar 2024

| Item | Value |
|---|---|
| **Start of impact** | 6 Mar 2024 16:45 UTC |
| **End of impact** | 6 Mar 2024 20:05 UTC |

## Timeline

- 16:45 pages take a minute
- 16:58 alert
- 20:05 pages are fast
`);
  assert.deepEqual(events, [
    '2024-03-06T16:45Z impactStarted',
    '2024-03-06T16:58Z detected?',
    '2024-03-06T20:05Z mitigated',
  ]);
});

test('days with points and without a year are read', () => {
  const { events } = summaryOf(`# Ausfall der Kassen am 11.05.2023

## Ablauf

| Zeit | Ereignis |
|---|---|
| 11.05. 23:15 | Kassen nehmen keine Karten |
| 12.05. 00:40 | Karten gehen wieder |
`);
  assert.deepEqual(
    events.map((event) => event.slice(0, 16)),
    ['2023-05-11T23:15', '2023-05-12T00:40'],
  );
});

test('the name of the file says how dates in numbers are to be read', () => {
  const log = '# Gates\n\n## Chronology\n\n- 01/12/2022 02:00 list is sent\n- 05:35 first passenger refused\n';
  const timesOf = (fileName: string) =>
    readGeneral(parseMarkdown(log), { fileName }).record.timeline?.map(({ at }) => at);
  assert.deepEqual(timesOf('rfo-2022-12-01-gates.md'), ['2022-12-01T02:00', '2022-12-01T05:35']);
  assert.deepEqual(timesOf('gates.md'), [undefined, undefined]);
});

test('a date told by the way dates nothing that follows', () => {
  const { events } = summaryOf(`# Deposits paused

*Engineering blog · 16 May 2024*

On 14 May we paused deposits. At 06:22 UTC two nodes fell behind, as they had been rebuilt from an old image of 2 May.
They had last been in step (on 13 May at 23:10 UTC) a day before. At 08:56 UTC deposits were credited again.
`);
  assert.deepEqual(
    events.map((event) => event.slice(0, 16)),
    ['2024-05-14T06:22', '2024-05-13T23:10', '2024-05-14T08:56'],
  );
});
