import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Policy } from '../record/policy.ts';
import { figureNamed } from './figure-name.ts';
import { computeFigures } from './index.ts';
import { meets, readTarget } from './target-bound.ts';

const cases: [target: string, unit: string, actual: number, met: boolean][] = [
  ['< 5 min', 'seconds', 299, true],
  ['< 5 min', 'seconds', 300, false],
  ['≤ 5 min', 'seconds', 300, true],
  ['within 4 hours', 'seconds', 14_401, false],
  ['under 1h', 'seconds', 120, true],
  ['15 min', 'seconds', 900, true],
  ['\\< 5 min', 'seconds', 60, true],
  ['&lt; 5 min', 'seconds', 60, true],
  ['>= 99.9%', 'percent', 99.95, true],
  ['99.9%', 'percent', 99.8, false],
  ['< $10,000', 'USD', 9999, true],
];
for (const [target, unit, actual, met] of cases)
  test(`${actual} ${unit} ${met ? 'meets' : 'misses'} ${target}`, () => {
    const bound = readTarget(target, unit);
    assert.ok(bound);
    assert.equal(meets(bound, { from: actual, to: actual }), met);
  });

test('a target that divides the interval is neither met nor missed', () => {
  assert.equal(meets({ side: 'below', orEqual: false, value: 300 }, { from: 200, to: 400 }), undefined);
});

test('a figure is found by its label', () => {
  const labels = ['Time to Detect', 'MTTD', 'timeToDetect', 'Time to Resolution', '**Time to Recover**', 'Lunch'];
  const names = ['timeToDetect', 'timeToDetect', 'timeToDetect', 'timeToResolve', 'timeToRepair', undefined];
  assert.deepEqual(labels.map(figureNamed), names);
});

test('targets met are counted over the figures that are known; the document goes before the template', () => {
  const policy = Policy.parse({ targets: { timeToAcknowledge: '< 1 min', timeToDetect: '< 5 min' } });
  const timeline = [
    { milestone: 'detected' as const, at: '2025-12-19T14:00', precision: 'instant' as const },
    { milestone: 'acknowledged' as const, at: '2025-12-19T14:03', precision: 'instant' as const },
    { milestone: 'resolved' as const, at: '2025-12-19T20:00', precision: 'instant' as const },
  ];
  const targets = [
    { figure: 'Time to Acknowledge', target: '< 5 min' },
    { figure: 'Time to Resolve', target: '< 4 hours' },
  ];
  const figures = computeFigures({ timeline, targets }, policy);
  assert.equal(figures['target.timeToAcknowledge']?.value, 1);
  assert.equal(figures['target.timeToResolve']?.value, 0);
  assert.match(figures['target.timeToDetect']?.reason ?? '', /impact start is missing/);
  assert.equal(figures['targetsMet']?.value, 1);
  assert.equal(figures['targetsMet']?.formula, 'met of 2 known targets');
});
