import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

const claimsOf = (text: string): string[] => summaryOf(text).claims;

test('a table with a target beside the actual value states the actual one', () => {
  const table = `# Print spooler outage

| Metric | Target | Actual |
|---|---|---|
| Time to detect | < 5 min | 12 min |
| Downtime | 0 | 1 h 20 min |
`;
  assert.deepEqual(claimsOf(table), ['timeToDetect=720', 'downtime=4800']);
  const limits = `# Print spooler outage

| Criterion | Threshold | Met |
|---|---|---|
| Service downtime | > 2 hours | Yes |
`;
  assert.deepEqual(claimsOf(limits), []);
});

test('labels of states and of other languages are claims', () => {
  assert.deepEqual(
    claimsOf('# Lockers\n\n- Lockers out of use: 2 hours 10 minutes\n- Data kept: 3 days\n- Average wait: 9 minutes\n'),
    ['downtime=7800'],
  );
  assert.deepEqual(claimsOf('# Ausleihe\n\n| Merkmal | Angabe |\n|---|---|\n| Ausfallzeit | 2 Std. 10 Min. |\n'), [
    'downtime=7800',
  ]);
  assert.deepEqual(claimsOf('# Biblioteca\n\n| Dato | Valor |\n|---|---|\n| Tiempo total | 2 h 10 min |\n'), [
    'duration=7800',
  ]);
  assert.deepEqual(claimsOf('# Notes\n\ndowntime:: 2h 10m\nprev:: none\n'), ['downtime=7800']);
});

test('states that lasted differently are parts of the incident', () => {
  const text = `# Ferry gates

| What | How long |
|---|---|
| Slightly slow | 6 h 20 min (until the restart) |
| Gates blocked | 25 minutes |
| Delivery of the part | 2 days |
`;
  assert.deepEqual(claimsOf(text), ['degraded=22800', 'downtime=1500']);
});

test('summaries, quoted summaries and lessons tell how long; a plan that ran over is no plan', () => {
  assert.deepEqual(claimsOf('# Doors\n\n> **TL;DR** all doors showed the start page for **19 minutes** that day.\n'), [
    'duration=1140',
  ]);
  assert.deepEqual(claimsOf('# Doors\n\n## Lessons learned\n\n- 4 minutes to detect, our best\n- wait 30 minutes\n'), [
    'timeToDetect=240',
  ]);
  assert.deepEqual(
    claimsOf('# Maintenance of the lift (overran)\n\nThe lift was down for 3 hours 5 minutes instead of one hour.\n'),
    ['downtime=11100'],
  );
});

test('report forms name their moments in whole phrases', () => {
  const text = `# Report

A.1 Date and time of detection of the incident: 2023-02-03 08:52
A.2 Date and time of beginning of the incident: 2023-02-03 08:15
A.3 Date and time at which the incident was resolved: 2023-02-03 13:27
`;
  assert.deepEqual(summaryOf(text).events, [
    '2023-02-03T08:15 impactStarted',
    '2023-02-03T08:52 detected',
    '2023-02-03T13:27 resolved',
  ]);
});
