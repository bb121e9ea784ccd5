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
    events: ['2021-04-03T22:00Z', '2021-04-04T01:00Z mitigated'],
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
  {
    name: 'german',
    text: `# Bericht: Störung des Webshops am 3. Mai 2021

## Zusammenfassung
Der Webshop war 1 Stunde und 20 Minuten nicht erreichbar.

## Zeitlicher Ablauf
Alle Zeitangaben in MESZ

- 09:10 Uhr: Störung beginnt
- 09:18 Uhr: Alarm vom Monitoring
- 10.30 Uhr: Störung behoben
`,
    events: [
      '2021-05-03T09:10+02:00 impactStarted',
      '2021-05-03T09:18+02:00 detected?',
      '2021-05-03T10:30+02:00 resolved',
    ],
    claims: ['downtime=4800'],
  },
  {
    name: 'newest first',
    text: `# Post Incident Review

Date of incident: 7 July 2022

## Timeline (newest first)

- 16:05 UTC – Fix confirmed, all systems operational
- 15:02 UTC – Incident declared
- 14:55 UTC – First alert
- 14:47 UTC – Faulty config pushed
`,
    events: [
      '2022-07-07T14:47Z impactStarted?',
      '2022-07-07T14:55Z detected',
      '2022-07-07T15:02Z declared',
      '2022-07-07T16:05Z mitigated?',
    ],
    claims: [],
  },
  {
    name: 'outage windows',
    text: `# Outages of the week

## Outage windows

| # | Start (UTC) | End (UTC) | Duration |
|---|---|---|---|
| 1 | 2022-08-01 08:00 | 2022-08-01 08:20 | 20 min |
| 2 | 2022-08-01 11:10 | 2022-08-01 11:25 | 15 min |
| Total | | | 45 min |
`,
    events: [
      '2022-08-01T08:00 impactStarted',
      '2022-08-01T08:20 mitigated',
      '2022-08-01T11:10 impactStarted',
      '2022-08-01T11:25 mitigated',
    ],
    claims: ['downtime=2700'],
  },
  {
    name: 'over midnight',
    text: `# Incident 2022-03-05: network partition

## Log
- 22:45 Switch fails
- 23:58 Alert
- 00:10 Traffic rerouted
- 00:02 Note written down late
- 01:15 Service restored
`,
    events: [
      '2022-03-05T22:45 impactStarted?',
      '2022-03-05T23:58 detected?',
      '2022-03-06T00:10',
      '2022-03-06T00:02',
      '2022-03-06T01:15 mitigated',
    ],
    claims: [],
  },
  {
    name: 'pager storm',
    text: `# Incident Postmortem: Search unavailable

Authors: Ann, Bo
Status: Complete, action items in progress
Summary: Search down for 66 minutes during a period of high interest.
Impact: Estimated 1.21B queries lost, no revenue impact.
Root Causes: Cascading failure due to combination of exceptionally high load and a resource leak.
Trigger: Latent bug triggered by sudden increase in traffic.
Resolution: Directed traffic to sacrificial cluster and added 10x capacity.
Detection: Monitoring detected high level of HTTP 500s and paged on-call.

## Timeline

2015-10-21 (*all times UTC*)

- 14:51 News reports that a new sonnet has been discovered
- 14:53 Traffic to search increases by 88x after post links to it
- 14:54 OUTAGE BEGINS -- Search backends start melting down under load
- 14:55 docbrown receives pager storm, ManyHttp500s from all clusters
- 15:01 docbrown starts investigation, finds backend failure rate very high
- 15:36 clients stop using the sacrificial cluster
- 16:00 OUTAGE MITIGATED, updated capacity keeps up
- 16:05 All traffic balanced across all clusters
- 16:30 INCIDENT ENDS, reached exit criterion of 30 minutes' nominal performance
`,
    events: [
      '2015-10-21T14:51Z',
      '2015-10-21T14:53Z',
      '2015-10-21T14:54Z impactStarted',
      '2015-10-21T14:55Z detected?',
      '2015-10-21T15:01Z',
      '2015-10-21T15:36Z',
      '2015-10-21T16:00Z mitigated',
      '2015-10-21T16:05Z',
      '2015-10-21T16:30Z resolved',
    ],
    claims: ['downtime=3960'],
  },
  {
    name: 'placeholder times',
    text: `# Incident 2019-12-03

## Timeline

| Time | Event |
|---|---|
| 2019-12-03 --:-- | Deployments surge |
| 20202-01-16 12:00 | Typo |
| 2019-12-04 03:00 | Completed |
`,
    events: ['2019-12-03', 'unknown', '2019-12-04T03:00'],
    claims: [],
  },
  {
    name: 'status page',
    text: `# Elevated errors

**Resolved** - This incident has been resolved.
Jun 3, 2021 - 16:05 UTC

**Identified** - The issue has been identified and a fix is being implemented.
Jun 3, 2021 - 15:02 UTC

**Investigating** - We are currently investigating this issue.
Jun 3, 2021 - 14:31 UTC
`,
    events: [
      '2021-06-03T14:31Z investigationStarted',
      '2021-06-03T15:02Z rootCauseIdentified',
      '2021-06-03T16:05Z resolved',
    ],
    claims: [],
  },
  {
    name: 'two clocks',
    text: `# Incident 88 in 2022

## Timeline

#### May 3

* 23:10 PDT (06:10 UTC) - Deploy starts
* 23:25 PDT (06:25 UTC) - Alerts fire
* 00:40 PDT (07:40 UTC) - Rollback completes, service restored
`,
    events: ['2022-05-04T06:10Z impactStarted?', '2022-05-04T06:25Z detected?', '2022-05-04T07:40Z mitigated?'],
    claims: [],
  },
  {
    name: 'undecidable dates',
    text: `# Incident

## Timeline

- 03/04/2021 10:00 Disk full
- 03/04/2021 11:00 Service restored
`,
    events: ['unknown', 'unknown mitigated'],
    claims: [],
  },
];

for (const { name, text, events, claims } of shapes) {
  test(`timelines of many shapes are read: ${name}`, () => {
    assert.deepEqual(summaryOf(text), { events, claims });
  });
}
