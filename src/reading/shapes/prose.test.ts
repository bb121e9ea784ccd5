import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

type Shape = { name: string; text: string; events: string[]; claims: string[] };

const shapes: Shape[] = [
  {
    name: 'day first slashes',
    text: `# Post mortem 19/02/2021

Timeline
========

* 19/02/2021 09:30 DB CPU at 100%
* 19/02/2021 09:42 Alert
* 19/02/2021 11:00 Index added, service restored

Outage time: 90 min
`,
    events: ['2021-02-19T09:30 impactStarted?', '2021-02-19T09:42 detected?', '2021-02-19T11:00 mitigated?'],
    claims: ['downtime=5400'],
  },
  {
    name: 'no claims',
    text: `# Incident 2023-07-01

Jobs run every 15 minutes. Backups are kept for 30 days. The timeout was raised to 5 minutes. Three hours later a report was sent. Alerts look at the last 10 minutes.

## Planned maintenance

Expected downtime: 1 hour

## Action items

- [ ] Restore service within 5 minutes of an outage
`,
    events: [],
    claims: [],
  },
  {
    name: 'phase durations',
    text: `# PM

## Timeline

| Time (UTC) | Elapsed | Description |
|---|---|---|
| 2021-08-01 10:00 | T+0 | Config pushed |
| 2021-08-01 10:05 | T+5m | Alert fired |
| 2021-08-01 10:50 | T+50m | Config reverted; resolved |

## Durations

| Phase | Duration |
|---|---|
| Detection | 5 minutes |
| Mitigation | 45 minutes |
| Total | 50 minutes |
`,
    events: ['2021-08-01T10:00Z impactStarted?', '2021-08-01T10:05Z detected?', '2021-08-01T10:50Z resolved?'],
    claims: ['timeToDetect=300', 'duration=3000'],
  },
  {
    name: 'planned first',
    text: `# 2023-10-04 DNS resolution failures

- 07:00 UTC to 07:30 UTC: planned rotation of keys
- 07:00 UTC: validation failures begin
- 08:02 UTC: internal team becomes aware
- 10:30 UTC: stale zone replaced
- 11:02 UTC: **resolved**

Impact: 4 hours and 2 minutes.
`,
    events: [
      '2023-10-04T07:00Z/2023-10-04T07:30Z',
      '2023-10-04T07:00Z impactStarted?',
      '2023-10-04T08:02Z detected?',
      '2023-10-04T10:30Z',
      '2023-10-04T11:02Z resolved',
    ],
    claims: ['duration=14520'],
  },
  {
    name: 'pm window',
    text: `# Auth outage

Duration of impact: 43 minutes (planned maintenance window was 2 hours)
Detection took 6 minutes.
MTTD: 6 min, MTTR: 37 min

## Impact
Logins failed from 2:17 p.m. to 3:00 p.m. PT on May 9, 2024.
`,
    events: ['2024-05-09T14:17-07:00 impactStarted?', '2024-05-09T15:00-07:00 mitigated?'],
    claims: ['duration=2580', 'timeToDetect=360', 'timeToRepair=2220', 'timeToDetect=360'],
  },
  {
    name: 'prose clauses',
    text: `# Site down

The site went down at 3:15pm ET on Monday, March 6th 2023 and came back at 5:45pm ET. We noticed it at 3:20pm. That's 2.5 hours of downtime.
`,
    events: [
      '2023-03-06T15:15-05:00 impactStarted?',
      '2023-03-06T17:45-05:00 mitigated?',
      '2023-03-06T15:20-05:00 detected?',
    ],
    claims: ['downtime=9000'],
  },
  {
    name: 'prose only',
    text: `# Details of the July 2, 2019 outage

At 13:42 UTC an engineer deployed a minor change to the rules. At 13:45 the first page arrived indicating a fault. At 14:07 the change was undone. By 14:09 traffic levels were back to normal worldwide. The outage lasted 27 minutes.

## What we are doing about it

We will reintroduce the protection within 3 weeks.
`,
    events: [
      '2019-07-02T13:42Z impactStarted?',
      '2019-07-02T13:45Z detected?',
      '2019-07-02T14:07Z',
      '2019-07-02T14:09Z resolved?',
    ],
    claims: ['duration=1620'],
  },
  {
    name: 'time colon headings',
    text: `# Incident: cache stampede

Date: 2022-04-19

### 9:58 AM PDT: Cache flushed
Routine flush.

### 10:03 AM PDT: Alert
Latency SLO burn alert.

### 11:30 AM PDT: Recovery
Cache is warm.

The incident was mitigated after 92 minutes.
`,
    events: [
      '2022-04-19T09:58-07:00 impactStarted?',
      '2022-04-19T10:03-07:00 detected?',
      '2022-04-19T11:30-07:00 mitigated?',
    ],
    claims: ['timeToMitigate=5520'],
  },
  {
    name: 'window in prose',
    text: `# RCA - login failures

Between 09:12 and 10:40 UTC on 14 March 2022, users were unable to log in. The issue went undetected for 25 minutes because alerts were muted.
`,
    events: ['2022-03-14T09:12Z impactStarted?', '2022-03-14T10:40Z mitigated?'],
    claims: ['timeToDetect=1500'],
  },
];

for (const { name, text, events, claims } of shapes) {
  test(`prose and mixed shapes are read: ${name}`, () => {
    assert.deepEqual(summaryOf(text), { events, claims });
  });
}
