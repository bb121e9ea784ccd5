import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { computeFigures } from './index.ts';

const policy = Policy.parse({ statuses: { 'In review': 'done' } });
const figuresOf = (record: PostmortemRecord, now?: string) =>
  computeFigures(record, policy, now === undefined ? {} : { now });

test('actions count by tick and by status, dropped ones not at all', () => {
  const statuses = ['🔴 Open', '🟢 Complete', 'Not Started', 'In review', "Won't do", 'VERIFIED', 'In Progress'];
  const figures = figuresOf({
    actions: [...statuses.map((status) => ({ status })), { done: true, verification: 'test' }],
  });
  assert.equal(figures['actionsOpen']?.value, 3);
  assert.equal(figures['actionCompletion']?.value, 57.142857);
  assert.equal(figures['verifiedActions']?.value, 2);
});

test('an action is overdue when its due day is over', () => {
  const record = {
    actions: [
      { due: '2025-12-26', status: 'Open' },
      { due: '2025-12-27', status: 'Open' },
      { due: 'soon', status: 'Open' },
    ],
  };
  assert.equal(figuresOf(record, '2025-12-27T08:00Z')['actionsOverdue']?.value, 1);
  assert.match(figuresOf(record)['actionsOverdue']?.reason ?? '', /present day/);
});

test('actions that do not say how they stand leave the completion unknown', () => {
  assert.match(figuresOf({ actions: [{ text: 'a' }] })['actionCompletion']?.reason ?? '', /add a status or a tick/);
  assert.match(figuresOf({})['actionCompletion']?.reason ?? '', /no action is stated/);
});

test('a step with a tool is automated unless the tool is manual', () => {
  const figures = figuresOf({
    steps: [
      { tool: 'kubectl' },
      { tool: 'Manual action' },
      { command: '{"method": "tools/call"}' },
      { text: 'talked' },
    ],
  });
  const names = ['automatedSteps', 'manualSteps', 'automationShare'];
  assert.deepEqual(
    names.map((name) => figures[name]?.value),
    [2, 1, 66.666667],
  );
  assert.equal(figuresOf({ steps: [{ text: 'x' }] })['automationShare']?.status, 'unknown');
});

test('what agents did and where people stepped in comes from the steps that say who took them', () => {
  const figures = figuresOf({
    steps: [
      { by: 'agent desk 3.1', tool: 'manual-failover (MCP, ops)', override: 'a person confirmed: Really?' },
      { by: 'agent desk 3.1', tool: 'drop (MCP)', override: 'a person declined: Drop it?' },
      { by: 'agent desk 3.1', tool: 'scale (MCP)', override: 'none' },
      { by: 'Ann', tool: 'bash, by hand' },
      { tool: 'kubectl' },
    ],
  });
  const names = ['automatedSteps', 'manualSteps', 'aiSuggestions', 'humanOverrides'];
  assert.deepEqual(
    names.map((name) => figures[name]?.value),
    [4, 1, 2, 2],
  );
  const unnamed = figuresOf({ steps: [{ tool: 'kubectl' }] });
  assert.match(unnamed['humanOverrides']?.reason ?? '', /no step states who took it/);
  assert.equal(unnamed['aiSuggestions']?.status, 'unknown');
});

test('metrics of the 30 days after are figures once they have a number', () => {
  const figures = figuresOf({
    followUpMetrics: [
      { metric: 'Detection time improved by', value: '40%' },
      { metric: 'Similar incidents prevented', value: '3' },
      { metric: 'Other' },
    ],
  });
  assert.deepEqual(
    [figures['followUp.detectionTimeImproved']?.value, figures['followUp.detectionTimeImproved']?.unit],
    [40, 'percent'],
  );
  assert.equal(figures['followUp.similarIncidentsPrevented']?.value, 3);
  assert.match(figures['followUp.other']?.reason ?? '', /30 days after/);
});

const written: [completedOn: string, within: number | undefined][] = [
  ['2025-12-20', 1],
  ['2025-12-23', 0],
  ['2025-12-21', undefined],
  ['2025-12-21T15:59Z', 1],
  ['2025-12-21T16:01Z', 0],
];
for (const [completedOn, within] of written)
  test(`a document completed ${completedOn} is ${within === undefined ? 'open' : within ? 'in' : 'late'} against 48 hours`, () => {
    const timeline = [{ milestone: 'resolved' as const, at: '2025-12-19T16:00Z', precision: 'instant' as const }];
    assert.equal(figuresOf({ timeline, document: { completedOn } })['documentWithin48Hours']?.value, within);
  });

test('phases last until the next one begins', () => {
  const event = (phase: string, at: string) => ({ phase, at, precision: 'instant' as const });
  const timeline = [
    event('recovery', '2025-12-19T15:00'),
    event('detection', '2025-12-19T14:00'),
    event('detection', '2025-12-19T14:20'),
    event('recovery', '2025-12-19T15:30'),
  ];
  const figures = computeFigures({ timeline }, Policy.parse({ phases: ['investigation'] }));
  assert.deepEqual([figures['phase.detection']?.seconds, figures['phase.recovery']?.seconds], [3600, 1800]);
  assert.match(figures['phase.investigation']?.reason ?? '', /no event/);
});

test('services keep their stated downtime; the longest outage stands in for a missing impact start', () => {
  const figures = figuresOf({
    systems: [
      { name: 'API', impactLevel: 'Complete outage', downtime: '3h 45m' },
      { name: 'Database', impactLevel: 'Degraded', downtime: '2h' },
      { name: 'API', recoveryTime: '10-20 min' },
      { name: 'Web', downtime: 'ask Bob' },
    ],
  });
  assert.equal(figures['downtime.API']?.seconds, 13_500);
  assert.deepEqual(figures['downtime.API (2)']?.interval, { from: 600, to: 1200 });
  assert.match(figures['downtime.Web']?.reason ?? '', /“ask Bob” at systems\[3\].downtime is no duration/);
  assert.deepEqual([figures['downtime']?.seconds, figures['downtime']?.status], [13_500, 'inferred']);
  assert.equal(figures['degraded']?.seconds, 7200);
});
