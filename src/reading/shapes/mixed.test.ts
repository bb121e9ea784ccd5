import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

type Shape = { name: string; text: string; events: string[]; claims: string[] };

const shapes: Shape[] = [
  {
    name: 'definition list',
    text: `# 2023-05-05 - Checkout

## Timeline

2023-05-05

14:00
: Deploy

14:05
: First alert

14:50
: Resolved

---

Time to Detect  | Time to Resolve
----------------|----------------
5 min           | 50 min
`,
    events: ['2023-05-05T14:00 impactStarted?', '2023-05-05T14:05 detected', '2023-05-05T14:50 resolved'],
    claims: ['timeToDetect=300', 'timeToResolve=3000'],
  },
  {
    name: 'four digits',
    text: `# Outage 2020-06-29

Time (UTC): Event
0905: Deploy begins
0912: Alerts
0950: Rolled back

## Timeline

0905 - Deploy begins
0912 - Alerts
0950 - Rolled back
`,
    events: ['2020-06-29T09:05Z impactStarted?', '2020-06-29T09:12Z detected?', '2020-06-29T09:50Z mitigated?'],
    claims: [],
  },
  {
    name: 'german labels',
    text: `# Sitzungsausfall

**Datum:** 3. Mai 2021
**Beginn:** 14:05 Uhr
**Ende:** 15:20 Uhr
**Dauer:** 1 Std. 15 Min.

## Ursache
Fehlkonfiguration.
`,
    events: ['2021-05-03T14:05 impactStarted', '2021-05-03T15:20 resolved'],
    claims: ['duration=4500'],
  },
  {
    name: 'impact list and timeline',
    text: `# Postmortem

## Impact

* Start: 2021-08-11 12:00 UTC
* End: 2021-08-11 13:30 UTC
* 1.5 hours of errors, of which 20 minutes were a full outage

## Timeline

* 2021-08-11
  * 12:00 UTC: bad deploy
  * 12:10 UTC: alert
  * 13:10 UTC: full outage starts
  * 13:30 UTC: service is restored
`,
    events: [
      '2021-08-11T12:00Z impactStarted',
      '2021-08-11T12:10Z detected?',
      '2021-08-11T13:10Z impactStarted',
      '2021-08-11T13:30Z mitigated',
      '2021-08-11T13:30Z resolved',
    ],
    claims: ['duration=5400', 'downtime=1200'],
  },
  {
    name: 'many lengths',
    text: `# Incident 12

Start Time: 3 May 14:05 UTC
End Time: 3 May 16:00 UTC
Year: 2021

Total Impact Time: 1 hour 55 minutes
Partial outage duration: 25 min
Customer-facing downtime: 1h 30m
`,
    events: ['2021-05-03T14:05Z impactStarted', '2021-05-03T16:00Z resolved'],
    claims: ['duration=6900', 'degraded=1500', 'downtime=5400'],
  },
  {
    name: 'mixed marks',
    text: `# Post-mortem for May 3rd, 2021 network incident

## 🕐 Timeline

<details><summary>Times in UTC</summary>

- *14:05 UTC*: loss of packets
- 14:07 (UTC): \`alertmanager\` fires
- ~14:10 team starts looking
- Around 14:15, the upstream is called
- 14:20:33.123 - route withdrawn
- 14h25: packet loss stops
- 14:30–14:40: verification
- _14:45_ all clear

</details>
`,
    events: [
      '2021-05-03T14:05Z impactStarted?',
      '2021-05-03T14:07Z detected?',
      '2021-05-03T14:10Z',
      '2021-05-03T14:15Z',
      '2021-05-03T14:20:33Z',
      '2021-05-03T14:25Z',
      '2021-05-03T14:30Z/2021-05-03T14:40Z',
      '2021-05-03T14:45Z resolved',
    ],
    claims: [],
  },
  {
    name: 'told in prose',
    text: `# CDN errors

At approximately 5:47 PM Eastern Time on October 4, 2021, our CDN began returning errors. Engineers were alerted at 5:52 PM. Service was fully restored at 7:15 PM Eastern Time. In total, customers saw errors for 88 minutes.
`,
    events: [
      '2021-10-04T17:47-04:00 impactStarted?',
      '2021-10-04T17:52-04:00 detected?',
      '2021-10-04T19:15-04:00 mitigated',
    ],
    claims: ['duration=5280'],
  },
  {
    name: 'two zone columns',
    text: `# DB lock incident

## Timeline

| UTC | PDT | What |
|---|---|---|
| 2022-03-03 17:05 | 09:05 | Migration starts |
| 2022-03-03 17:10 | 09:10 | Locks pile up; site down |
| 2022-03-03 17:40 | 09:40 | Migration killed, site back up |

Downtime: 30 minutes
`,
    events: ['2022-03-03T17:05Z', '2022-03-03T17:10Z impactStarted?', '2022-03-03T17:40Z mitigated?'],
    claims: ['downtime=1800'],
  },
  {
    name: 'weekday lists',
    text: `# Report

Incident date: 05/13/2021

## Chronology

- **Thursday**
  - 9:05 PM EDT – Jobs slow down
  - 11:58 PM EDT – Jobs stop
- **Friday**
  - 12:20 AM EDT – Queue drained
  - 8:00 AM – Report sent
`,
    events: [
      '2021-05-13T21:05-04:00 impactStarted?',
      '2021-05-13T23:58-04:00',
      '2021-05-14T00:20-04:00 mitigated?',
      '2021-05-14T08:00-04:00',
    ],
    claims: [],
  },
];

for (const { name, text, events, claims } of shapes) {
  test(`mixed shapes are read: ${name}`, () => {
    assert.deepEqual(summaryOf(text), { events, claims });
  });
}
