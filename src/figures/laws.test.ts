import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { milestones } from '../record/milestone.ts';
import { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { formatAt } from '../values/instant.ts';
import { computeFigures } from './index.ts';

const policy = Policy.parse({});
const startMs = Date.UTC(2024, 0, 1);
const minute = fc.integer({ min: 0, max: 600_000 });
const event = fc.record({
  minute,
  milestone: fc.constantFrom(...milestones, undefined),
  inferred: fc.boolean(),
  phase: fc.constantFrom('detection', 'recovery'),
});
const timelines = fc.array(event, { maxLength: 12 });
type Event = { minute: number; milestone: (typeof milestones)[number] | undefined; inferred: boolean; phase: string };

const timelineOf = (events: Event[], shiftMs = 0): TimelineEvent[] =>
  events.map(({ minute: at, milestone, inferred, phase }) => ({
    at: formatAt(startMs + at * 60_000 + shiftMs),
    precision: 'instant',
    phase,
    inferred,
    ...(milestone === undefined ? {} : { milestone }),
  }));

const values = (record: PostmortemRecord) =>
  Object.entries(computeFigures(record, policy)).map(([name, { status, seconds, interval, value }]) => {
    return [name, status, seconds, interval, value];
  });

test('no time is ever negative, and a value is there unless the figure is unknown with a reason', () => {
  fc.assert(
    fc.property(timelines, (events) => {
      for (const figure of Object.values(computeFigures({ timeline: timelineOf(events) }, policy))) {
        assert.ok((figure.seconds ?? 0) >= 0 && (figure.interval?.from ?? 0) >= 0);
        const has = figure.seconds !== undefined || figure.value !== undefined || figure.interval !== undefined;
        assert.equal(has, figure.status !== 'unknown');
        assert.equal(figure.reason !== undefined, figure.status === 'unknown');
      }
    }),
  );
});

test('the order of rows changes no figure', () => {
  const shuffled = timelines.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  const distinct = shuffled.filter(([events]) => new Set(events.map((one) => one.minute)).size === events.length);
  fc.assert(
    fc.property(distinct, ([events, other]) => {
      const sorted = (rows: Event[]) =>
        values({ timeline: timelineOf(rows) }).sort((a, b) => String(a[0]).localeCompare(String(b[0])));
      assert.deepEqual(sorted(other), sorted(events));
    }),
  );
});

test('shifting an incident by whole minutes within its month changes no duration', () => {
  const short = fc.array(fc.record({ ...eventParts(), minute: fc.integer({ min: 0, max: 10_000 }) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(short, fc.integer({ min: 0, max: 20_000 }), (events, by) => {
      assert.deepEqual(values({ timeline: timelineOf(events, by * 60_000) }), values({ timeline: timelineOf(events) }));
    }),
  );
});

function eventParts() {
  return {
    milestone: fc.constantFrom(...milestones, undefined),
    inferred: fc.boolean(),
    phase: fc.constant('recovery'),
  };
}

test('consumed and remaining are the whole budget', () => {
  const objective = fc.integer({ min: 900, max: 9999 }).map((tenths) => tenths / 100);
  const window = fc.constantFrom('28d', '30d', '31d', 'calendar-month');
  fc.assert(
    fc.property(objective, window, fc.integer({ min: 1, max: 20_000 }), (goal, length, minutes) => {
      const timeline: TimelineEvent[] = [
        { milestone: 'impactStarted', at: '2024-02-03T00:00Z', precision: 'instant' },
        { milestone: 'mitigated', at: formatAt(Date.UTC(2024, 1, 3) + minutes * 60_000), precision: 'instant' },
      ];
      const figures = computeFigures({ timeline }, { ...policy, slo: { objective: goal, window: length } });
      const remaining =
        ((figures['errorBudgetRemaining']?.seconds ?? 0) / (figures['errorBudget']?.seconds ?? 1)) * 100;
      assert.ok(Math.abs((figures['errorBudgetConsumed']?.value ?? 0) + remaining - 100) < 0.01);
    }),
  );
});

test('the total is the sum of its lines, wherever the total row stands', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(amounts, fc.nat(20), (cents, place) => {
      const costs = cents.map((amount, index) => ({
        category: `Line ${index}`,
        amount: `$${(amount / 100).toFixed(2)}`,
      }));
      costs.splice(place, 0, { category: 'Total', amount: '$1' });
      const sum = cents.reduce((total, amount) => total + amount, 0) / 100;
      assert.ok(Math.abs((computeFigures({ costs }, policy)['costTotal']?.value ?? -1) - sum) < 1e-5);
    }),
  );
});
