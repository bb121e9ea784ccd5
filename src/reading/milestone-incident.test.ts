import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './shapes/summary.ts';

test('a timeline that tells the outage from the incident closes the incident, and the outage is over before', () => {
  const text = `# Lamp control

## Timeline

2021-04-06 (all times UTC)

- 09:41 **OUTAGE BEGINS** lamps go out
- 09:55 **INCIDENT BEGINS**, Ines leads
- 10:35 **OUTAGE ENDS** config pinned everywhere
- 11:30 **INCIDENT ENDS**, after an hour of nominal performance
`;
  assert.deepEqual(summaryOf(text).events, [
    '2021-04-06T09:41Z impactStarted',
    '2021-04-06T09:55Z declared',
    '2021-04-06T10:35Z mitigated',
    '2021-04-06T11:30Z closed',
  ]);
});

test('where only the incident is named, it begins and ends itself', () => {
  const text = `# Lamp control

## Timeline

2021-04-06 (all times UTC)

- 09:41 Incident begins
- 11:30 Incident ends
`;
  assert.deepEqual(summaryOf(text).events, ['2021-04-06T09:41Z impactStarted', '2021-04-06T11:30Z resolved']);
});

test('the outage may begin behind a semicolon', () => {
  const text = `# Lamp control

## Timeline

2021-04-06 (all times UTC)

- 09:41 Key expires; **OUTAGE BEGINS** -- lamps go out
- 09:55 **INCIDENT BEGINS** Ines declares it
- 10:35 **OUTAGE ENDS** new key everywhere
`;
  assert.deepEqual(summaryOf(text).events, [
    '2021-04-06T09:41Z impactStarted',
    '2021-04-06T09:55Z declared',
    '2021-04-06T10:35Z mitigated',
  ]);
});
