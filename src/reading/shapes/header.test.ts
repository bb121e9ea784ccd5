import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

type Shape = { name: string; text: string; events: string[]; claims: string[] };

const shapes: Shape[] = [
  {
    name: 'bold labels',
    text: `# INC-2024-031

## Key events

- **Impact start:** 2024-07-19T04:09:00Z
- **Detection:** 2024-07-19T04:31:00Z (customer report)
- **Declared:** 2024-07-19T04:40:00Z
- **Mitigation:** 2024-07-19T05:27:00Z
- **Resolution:** 2024-07-19T09:00:00Z

## Measures

- Time to detect: 22m
- Time to mitigate: 78m
- Total duration: 4h 51m
`,
    events: [
      '2024-07-19T04:09:00Z impactStarted',
      '2024-07-19T04:31:00Z detected',
      '2024-07-19T04:40:00Z declared',
      '2024-07-19T05:27:00Z mitigated',
      '2024-07-19T09:00:00Z resolved',
    ],
    claims: ['timeToDetect=1320', 'timeToMitigate=4680', 'duration=17460'],
  },
  {
    name: 'clock lengths',
    text: `# Post-mortem (2020-10-10)

## Key metrics
Time to detect: 00:12
Time to resolve: 2:45

## Timeline
- 10:00 - bad data written
- 10:12 - alert
- 12:45 - all data repaired
`,
    events: ['2020-10-10T10:00 impactStarted?', '2020-10-10T10:12 detected?', '2020-10-10T12:45 resolved?'],
    claims: ['timeToDetect=720', 'timeToResolve=9900'],
  },
  {
    name: 'date in header label',
    text: `# Post-incident report

Start: Friday, 2 December 2022, 22:30 CET
End: Saturday, 3 December 2022, 01:15 CET

Downtime 2h45.

## Log

22:30 Storage controller A reboots
22:34 Monitoring reports volume offline
23:10 Vendor contacted
00:50 Controller replaced
01:15 Volumes online, service verified
`,
    events: [
      '2022-12-02T22:30+01:00 impactStarted',
      '2022-12-02T22:34+01:00 detected?',
      '2022-12-02T23:10+01:00',
      '2022-12-03T00:50+01:00',
      '2022-12-03T01:15+01:00 resolved',
    ],
    claims: ['downtime=9900'],
  },
  {
    name: 'empty head table',
    text: `# Incident Review

| | |
|---|---|
| **Incident start** | 2022-11-03 08:12 (UTC) |
| **Incident end** | 2022-11-03 09:47 (UTC) |
| **Duration** | 1 hour 35 minutes |
| **Time to detect** | 3 minutes |
| **Severity** | 2 |
| **Services** | api, web |

## Timeline

| Time | |
|---|---|
| 08:12 | Latency increases |
| 08:15 | Alert triggered |
| 08:40 | Primary demoted |
| 09:47 | Latency back to baseline |
`,
    events: [
      '2022-11-03T08:12Z impactStarted',
      '2022-11-03T08:15Z detected',
      '2022-11-03T08:40Z',
      '2022-11-03T09:47Z resolved',
    ],
    claims: ['duration=5700', 'timeToDetect=180'],
  },
  {
    name: 'front matter',
    text: `---
title: Database failover
started_at: 2023-01-05T10:00:00Z
detected_at: 2023-01-05T10:07:00Z
resolved_at: 2023-01-05T11:30:00Z
duration: 90m
time_to_detect: 5m
---
Primary failed.
`,
    events: ['2023-01-05T10:00:00Z impactStarted', '2023-01-05T10:07:00Z detected', '2023-01-05T11:30:00Z resolved'],
    claims: ['duration=5400', 'timeToDetect=300'],
  },
  {
    name: 'inline labels',
    text: `# Login (2023-05-01)

Start: 10:00 UTC, end: 10:30 UTC. Duration: 30 minutes.
`,
    events: ['2023-05-01T10:00Z impactStarted', '2023-05-01T10:30Z resolved'],
    claims: ['duration=1800'],
  },
  {
    name: 'key value table',
    text: `# Post-mortem: API outage

| Field | Value |
|---|---|
| Incident date | 2023-04-11 |
| Start time | 14:02 UTC |
| Detection time | 14:09 UTC |
| End time | 15:31 UTC |
| Total outage time | 89 minutes |
| Time to detect (TTD) | 7 min |
| MTTR | 1h 22m |
| SLA target | < 30 min |
`,
    events: ['2023-04-11T14:02Z impactStarted', '2023-04-11T14:09Z detected', '2023-04-11T15:31Z resolved'],
    claims: ['downtime=5340', 'timeToDetect=420', 'timeToRepair=4920'],
  },
  {
    name: 'milestone columns',
    text: `# Postmortem

| Incident started | Detected | Mitigated | Resolved | Total duration |
|---|---|---|---|---|
| 2021-09-01 10:00 UTC | 2021-09-01 10:05 UTC | 2021-09-01 10:40 UTC | 2021-09-01 11:00 UTC | 1 hour |
`,
    events: [
      '2021-09-01T10:00Z impactStarted',
      '2021-09-01T10:05Z detected',
      '2021-09-01T10:40Z mitigated',
      '2021-09-01T11:00Z resolved',
    ],
    claims: ['duration=3600'],
  },
  {
    name: 'us dates in labels',
    text: `# RFO 4432

Start time: 03/14/2022 09:15 EST
End time: 03/14/2022 11:45 EST
Outage duration: 2 hours 30 minutes

### Sequence of events

03/14/2022 09:15 EST - Fiber cut between A and B
03/14/2022 09:21 EST - NOC received alarms
03/14/2022 11:45 EST - Service restored
`,
    events: [
      '2022-03-14T09:15-05:00 impactStarted',
      '2022-03-14T09:21-05:00 detected?',
      '2022-03-14T11:45-05:00 mitigated',
      '2022-03-14T11:45-05:00 resolved',
    ],
    claims: ['downtime=9000'],
  },
  {
    name: 'window label and headings',
    text: `# INC-4411

**Incident window:** 2024-02-10 22:40 – 2024-02-11 01:10 UTC
**Duration:** 2h 30m
**Time to detection:** 12 minutes

## Timeline

### 22:40 UTC
Disk fills up.

### 22:52 UTC
Alert fires.

### 01:10 UTC
All services restored.
`,
    events: ['2024-02-10T22:40Z impactStarted', '2024-02-10T22:52Z detected?', '2024-02-11T01:10Z mitigated'],
    claims: ['duration=9000', 'timeToDetect=720'],
  },
];

for (const { name, text, events, claims } of shapes) {
  test(`facts stated in a header are read: ${name}`, () => {
    assert.deepEqual(summaryOf(text), { events, claims });
  });
}
