import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

type Shape = { name: string; text: string; events: string[]; claims: string[] };

const shapes: Shape[] = [
  {
    name: 'am pm bullets',
    text: `# Incident report

Date: May 3, 2021

## Timeline (all times PST)

* 11:14 am - Deploy of build 1182 begins
* 11:26 am - Pingdom alert pages on-call
* 12:45 pm - Error rate back to normal

## Impact

Checkout was unavailable for 91 minutes.
`,
    events: [
      '2021-05-03T11:14-08:00 impactStarted?',
      '2021-05-03T11:26-08:00 detected?',
      '2021-05-03T12:45-08:00 mitigated?',
    ],
    claims: ['downtime=5460'],
  },
  {
    name: 'ambiguous dates',
    text: `# Incident

## Timeline

- 03/04/2021 22:00 UTC Disk full
- 04/04/2021 01:00 UTC Service restored
`,
    events: ['2021-04-03T22:00Z impactStarted?', '2021-04-04T01:00Z mitigated'],
    claims: [],
  },
  {
    name: 'bold times',
    text: `# Post-mortem

> All timestamps are in UTC

\`\`\`
2021-04-04 12:00:01 ERROR boom
\`\`\`

**14:00** — we noticed errors
**14:10** — paged the DB team
**15:20** — failover finished; recovered

Date: April 4th, 2021. Total time to recovery was 80 minutes.
`,
    events: ['2021-04-04T14:00Z impactStarted?', '2021-04-04T14:10Z', '2021-04-04T15:20Z mitigated?'],
    claims: ['timeToRepair=4800'],
  },
  {
    name: 'bracket times',
    text: `# Incident #204

**Timeline:**

[10:02] Deploy finished
[10:04] Grafana alert: error rate 12%
[10:06] @jo acknowledges
[10:31] Revert merged
[10:38] Error rate back to 0

**Date:** 2024-01-16
**TTD:** 2 minutes · **TTM:** 36 minutes
`,
    events: [
      '2024-01-16T10:02 impactStarted?',
      '2024-01-16T10:04 detected?',
      '2024-01-16T10:06 acknowledged?',
      '2024-01-16T10:31',
      '2024-01-16T10:38 mitigated?',
    ],
    claims: ['timeToDetect=120', 'timeToMitigate=2160'],
  },
  {
    name: 'date and time columns',
    text: `# Checkout errors

| Metric | Value |
|---|---|
| Time to Detect | 4 minutes |
| Time to Mitigate | 38 minutes |

## Timeline

| Date | Time (UTC) | Event |
|---|---|---|
| 2024-05-02 | 09:00 | Release 2.1 rolled out |
| | 09:04 | Alert: 5xx ratio above 2% |
| | 09:38 | Release rolled back, errors stop |
`,
    events: ['2024-05-02T09:00Z impactStarted?', '2024-05-02T09:04Z detected?', '2024-05-02T09:38Z mitigated?'],
    claims: ['timeToDetect=240', 'timeToMitigate=2280'],
  },
  {
    name: 'date headings',
    text: `# Details on the June outage

Between 20:05 UTC on June 12, 2023 and 00:55 UTC on June 13, 2023, customers saw elevated error rates. The total duration was 4 hours and 50 minutes.

## Timeline

June 12

- 20:05: Error rates increase
- 20:11: Automated alarms engage the team
- 22:40: Root cause identified

June 13

- 00:55: Recovered
`,
    events: [
      '2023-06-12T20:05Z impactStarted?',
      '2023-06-12T20:11Z detected?',
      '2023-06-12T22:40Z rootCauseIdentified',
      '2023-06-13T00:55Z mitigated',
    ],
    claims: ['duration=17400'],
  },
  {
    name: 'dotted times',
    text: `# Incident: delayed emails

Report date: 12.06.2023

## Timeline

Time (CEST) | What happened | Who
--- | --- | ---
14.05 | Queue starts to grow | -
14.32 | Customer reports missing mail | Support
15.25 | Queue drained, back to normal | Jo
`,
    events: [
      '2023-06-12T14:05+02:00 impactStarted?',
      '2023-06-12T14:32+02:00 detected?',
      '2023-06-12T15:25+02:00 mitigated?',
    ],
    claims: [],
  },
  {
    name: 'french',
    text: `# Rapport d'incident : panne du site

## Chronologie
Le 3 mai 2021, heures en CEST

- 14h05 : début de la panne
- 14h20 : alerte reçue par l'astreinte
- 15h10 : retour à la normale
`,
    events: [
      '2021-05-03T14:05+02:00 impactStarted',
      '2021-05-03T14:20+02:00 detected?',
      '2021-05-03T15:10+02:00 resolved',
    ],
    claims: [],
  },
];

for (const { name, text, events, claims } of shapes) {
  test(`timelines of many shapes are read: ${name}`, () => {
    assert.deepEqual(summaryOf(text), { events, claims });
  });
}
