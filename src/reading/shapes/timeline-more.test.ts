import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

type Shape = { name: string; text: string; events: string[]; claims: string[] };

const shapes: Shape[] = [
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
      '2022-08-01T08:00Z impactStarted',
      '2022-08-01T08:20Z mitigated',
      '2022-08-01T11:10Z impactStarted',
      '2022-08-01T11:25Z mitigated',
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
      '2015-10-21T16:30Z closed',
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
    events: ['2021-06-03T14:31Z detected?', '2021-06-03T15:02Z rootCauseIdentified', '2021-06-03T16:05Z resolved'],
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
