import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Policy } from '../record/policy.ts';
import { dueOfHorizon, horizonLimit } from './action-due.ts';

const policy = Policy.parse({
  horizons: [{ name: 'Now', within: '24h' }, { name: 'Next', within: '1mo' }, { name: 'Later' }],
});
const dueOf = (horizon: string, day: string, today: string) =>
  dueOfHorizon(horizonLimit(policy, { horizon }), day, today);

test('a due day counts from the day of the incident, by the calendar', () => {
  assert.equal(dueOf('now', '2026-03-01', '2026-03-01'), '2026-03-02');
  assert.equal(dueOf('Next', '2028-01-31', '2028-02-01'), '2028-02-29');
  assert.equal(dueOf('Within 2 weeks', '2026-12-25', '2026-12-26'), '2027-01-08');
});

test('where that day is over it counts from today', () => {
  assert.equal(dueOf('Now', '2026-03-01', '2026-03-20'), '2026-03-21');
  assert.equal(dueOf('Next', '', '2026-03-20'), '2026-04-20');
});

test('a horizon without an end, or none, gives no day', () => {
  assert.equal(dueOf('Later', '2026-03-01', '2026-03-01'), undefined);
  assert.equal(dueOf('Someday', '2026-03-01', '2026-03-01'), undefined);
});
