import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { computeFigures } from './index.ts';
import { burnRate, consumedPercent, errorBudgetSeconds, secondsToExhaustion, windowSeconds } from './slo.ts';

const day = 86_400;
const near = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 0.005, `${actual} is not ${expected}`);

const budgets: [objective: number, days: number, minutes: number][] = [
  [99.9, 30, 43.2],
  [99.9, 28, 40.32],
  [99.9, 31, 44.64],
  [99.9, 365.25 / 12, 43.83],
  [99.95, 30, 21.6],
  [99.99, 30, 4.32],
  [99, 30, 432],
];
for (const [objective, days, minutes] of budgets)
  test(`${objective} % over ${days.toFixed(2)} days leaves ${minutes} minutes`, () =>
    near(errorBudgetSeconds(objective, days * day) / 60, minutes));

const alerts: [burn: number, hours: number, percent: number][] = [
  [14.4, 1, 2],
  [6, 6, 5],
  [1, 72, 10],
];
for (const [burn, hours, percent] of alerts)
  test(`a burn rate of ${burn} for ${hours} h spends ${percent} % of 30 days`, () => {
    const errorRatio = burn * 0.001;
    near(burnRate(errorRatio, 99.9), burn);
    near(consumedPercent(hours * 3600 * errorRatio, errorBudgetSeconds(99.9, 30 * day)), percent);
  });

test('a burn rate of 14.4 exhausts 30 days in 50 hours', () => near(secondsToExhaustion(30 * day, 14.4) / 3600, 50));

test('a calendar month has its own length', () => {
  const lengths = ['2024-02-29', '2025-02-01', '2025-04-30', '2025-12-31'].map((at) =>
    windowSeconds('calendar-month', Date.parse(at)),
  );
  assert.deepEqual(lengths, [29 * day, 28 * day, 30 * day, 31 * day]);
  assert.equal(windowSeconds('28d', Number.NaN), 28 * day);
  assert.equal(windowSeconds('fortnight', 0), undefined);
});

const outage = (minutes: number): PostmortemRecord => ({
  serviceLevels: [{ indicator: 'availability', target: '99.9%' }],
  timeline: [
    { milestone: 'impactStarted', at: '2025-02-10T10:00Z', precision: 'instant' },
    { milestone: 'mitigated', at: new Date(Date.UTC(2025, 1, 10, 10, minutes)).toISOString(), precision: 'instant' },
  ],
});
const policy = Policy.parse({});

test('an hour down overspends the budget: more than 100 % consumed, less than nothing left', () => {
  const figures = computeFigures(outage(60), policy);
  near(figures['errorBudgetConsumed']?.value, 138.8889);
  near(figures['errorBudgetRemaining']?.seconds, -1008);
  near(figures['availability']?.value, 99.8611);
  near(figures['errorBudgetConsumed.28d']?.value, (60 / 40.32) * 100);
  near(figures['errorBudgetConsumed.calendar-month']?.value, (60 / 40.32) * 100);
});

test('a partial outage weighs as much as its error rate', () => {
  const record = { ...outage(60), metrics: [{ name: 'Error Rate', before: '0.01%', during: '1.44%' }] };
  const figures = computeFigures(record, policy);
  near(figures['errorBudgetConsumed']?.value, 2);
  near(figures['burnRate']?.value, 14.4);
  near(figures['timeToExhaustion']?.seconds, 50 * 3600);
  assert.ok(figures['burnRate']?.cites.includes('metrics[0].during'));
});

test('an error rate of zero is no measurement: the outage counts as complete', () => {
  const record = { ...outage(60), metrics: [{ name: 'Error rate', during: '0%' }] };
  near(computeFigures(record, policy)['errorBudgetConsumed']?.value, 138.8889);
});

test('without an objective there is no budget, and the reason says where to state one', () => {
  const { serviceLevels: _, ...record } = outage(60);
  const figures = computeFigures(record, policy);
  assert.match(figures['errorBudget']?.reason ?? '', /add the SLO to the service levels/);
  assert.equal(figures['errorBudgetConsumed.28d'], undefined);
  const own = computeFigures(record, Policy.parse({ slo: { objective: 99.99, window: '30d' } }));
  near(own['errorBudget']?.seconds, 259.2);
});

test('an objective of 100 % leaves no budget, and unknown downtime is named', () => {
  const perfect = computeFigures({ serviceLevels: [{ indicator: 'Uptime', target: '100 %' }] }, policy);
  assert.match(perfect['errorBudget']?.reason ?? '', /leaves no error budget/);
  const noTimes = computeFigures({ serviceLevels: [{ indicator: 'Uptime', target: '99.9 %' }] }, policy);
  assert.match(noTimes['errorBudgetConsumed']?.reason ?? '', /downtime is unknown: impact start is missing/);
});
