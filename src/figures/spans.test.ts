import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Milestone } from '../record/milestone.ts';
import { Policy } from '../record/policy.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { computeFigures } from './index.ts';

type Row = [milestone: Milestone, at: string, more?: Partial<TimelineEvent>];
const policy = Policy.parse({});

function figuresOf(rows: Row[], figures: Policy['figures'] = {}) {
  const timeline = rows.map(([milestone, at, more]): TimelineEvent => {
    return { milestone, at, precision: 'instant', ...more };
  });
  return computeFigures({ timeline }, { ...policy, figures });
}

const full: Row[] = [
  ['impactStarted', '2025-12-19T14:00Z'],
  ['detected', '2025-12-19T14:23Z'],
  ['acknowledged', '2025-12-19T14:25Z'],
  ['declared', '2025-12-19T14:30Z'],
  ['triaged', '2025-12-19T14:32Z'],
  ['investigationStarted', '2025-12-19T14:33Z'],
  ['rootCauseIdentified', '2025-12-19T14:43Z'],
  ['mitigationStarted', '2025-12-19T14:45Z'],
  ['mitigated', '2025-12-19T15:30Z'],
  ['resolved', '2025-12-19T16:00Z'],
];

test('every time has its definition', () => {
  const figures = figuresOf(full);
  const minutes = Object.entries({
    timeToDetect: 23,
    timeToAcknowledge: 2,
    timeToDeclare: 7,
    timeToTriage: 9,
    timeToInvestigate: 10,
    timeToMitigate: 90,
    timeToRepair: 90,
    timeToResolve: 120,
    duration: 120,
    downtime: 90,
  });
  for (const [name, value] of minutes) assert.equal(figures[name]?.seconds, value * 60, name);
  assert.ok(minutes.every(([name]) => figures[name]?.status === 'known'));
});

test('a template measures mitigation from another moment, and adds a time of its own', () => {
  const figures = figuresOf(full, {
    timeToMitigate: 'acknowledged -> mitigationStarted',
    timeToFix: 'rootCauseIdentified -> resolved',
    timeToNothing: 'detected -> lunch',
  });
  assert.equal(figures['timeToMitigate']?.seconds, 20 * 60);
  assert.equal(figures['timeToFix']?.seconds, 77 * 60);
  assert.match(figures['timeToNothing']?.reason ?? '', /lunch/);
});

test('an unknown onset leaves time to detect unknown, and the others count from detection and say so', () => {
  const figures = figuresOf(full.slice(1));
  assert.equal(figures['timeToDetect']?.status, 'unknown');
  assert.match(figures['timeToDetect']?.reason ?? '', /impact start is missing.*mark it impactStarted/);
  assert.equal(figures['timeToResolve']?.seconds, 97 * 60);
  assert.match(figures['timeToResolve']?.formula ?? '', /impactStarted is not stated/);
});

test('a suggested milestone makes an inferred figure, and a confirmed one goes before it', () => {
  const suggested: Row = ['impactStarted', '2025-12-19T13:00Z', { inferred: true }];
  assert.equal(figuresOf([suggested, ...full.slice(1)])['timeToDetect']?.status, 'inferred');
  const both = figuresOf([suggested, ...full])['timeToDetect'];
  assert.deepEqual([both?.status, both?.seconds], ['known', 23 * 60]);
});

test('the first detection and the last resolution count, whatever the order of rows', () => {
  const { duration } = figuresOf([
    ['resolved', '2025-12-19T16:00Z'],
    ['resolved', '2025-12-19T15:00Z'],
    ['detected', '2025-12-19T14:30Z'],
    ['detected', '2025-12-19T14:00Z'],
  ]);
  assert.equal(duration?.seconds, 7200);
  assert.match(duration?.formula ?? '', /^resolved \(last of 2\) - detected \(first of 2\)/);
  assert.deepEqual(duration?.cites, ['timeline[3]', 'timeline[0]']);
});

test('several outages that take turns are summed as downtime', () => {
  const { downtime } = figuresOf([
    ['impactStarted', '2025-12-19T10:00'],
    ['mitigated', '2025-12-19T10:20'],
    ['impactStarted', '2025-12-19T11:00'],
    ['mitigated', '2025-12-19T11:10'],
  ]);
  assert.equal(downtime?.seconds, 30 * 60);
});

test('a time that cannot be read is named with the reason', () => {
  const lost: Row = ['impactStarted', '2025-12-19T99:00', { written: '2x:00', precision: 'unknown' }];
  assert.match(figuresOf([lost, ...full.slice(1)])['timeToDetect']?.reason ?? '', /timeline\[0\], “2x:00”/);
});

test('of several outages the duration is their sum, and no time to mitigate spans them all', () => {
  const figures = figuresOf([
    ['impactStarted', '2025-12-19T08:00Z'],
    ['mitigated', '2025-12-19T08:30Z'],
    ['impactStarted', '2025-12-21T09:00Z'],
    ['mitigated', '2025-12-21T09:15Z'],
  ]);
  assert.equal(figures['duration']?.seconds, 45 * 60);
  assert.equal(figures['downtime']?.seconds, 45 * 60);
  assert.equal(figures['timeToMitigate']?.status, 'unknown');
  assert.match(figures['timeToMitigate']?.reason ?? '', /several outages/);
});
