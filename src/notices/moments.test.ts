import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastDigest, mayComeAt, nextDigest } from './moments.ts';
import { defaultPreference, type Preference } from './preference.ts';

const berlin = (over: Partial<Preference>): Preference => ({ ...defaultPreference('Europe/Berlin'), ...over });
const daily = { every: 'day', weekday: 1, hour: 8 } as const;

test('quiet hours over midnight end in the morning of the zone', () => {
  const preference = berlin({ quiet: { from: '20:00', to: '07:00' } });
  assert.equal(mayComeAt(preference, '2026-11-23T18:59:00Z'), '2026-11-23T18:59:00.000Z');
  assert.equal(mayComeAt(preference, '2026-11-23T19:00:00Z'), '2026-11-24T06:00:00.000Z');
  assert.equal(mayComeAt(preference, '2026-11-24T05:59:00Z'), '2026-11-24T06:00:00.000Z');
});

test('a day without messages ends where the next day with them begins, after its quiet hours', () => {
  const preference = berlin({ quiet: { from: '20:00', to: '07:00' }, days: [1, 2, 3, 4, 5] });
  // Friday evening to Monday morning.
  assert.equal(mayComeAt(preference, '2026-11-20T21:00:00Z'), '2026-11-23T06:00:00.000Z');
  assert.equal(mayComeAt(berlin({ days: [1] }), '2026-11-24T10:00:00Z'), '2026-11-29T23:00:00.000Z');
});

test('quiet hours follow the clocks when they change, and a time that a spring night leaves out is made up', () => {
  const preference = berlin({ quiet: { from: '22:00', to: '02:30' } });
  assert.equal(mayComeAt(preference, '2026-03-28T22:00:00Z'), '2026-03-29T01:30:00.000Z');
  const morning = berlin({ quiet: { from: '22:00', to: '07:00' } });
  assert.equal(mayComeAt(morning, '2026-03-28T22:00:00Z'), '2026-03-29T05:00:00.000Z');
  assert.equal(mayComeAt(morning, '2026-10-24T22:00:00Z'), '2026-10-25T06:00:00.000Z');
});

test('a digest comes once on its days at its hour, in winter and in summer', () => {
  const preference = berlin({ days: [1, 2, 3, 4, 5], digest: daily });
  assert.equal(lastDigest(preference, '2026-11-22T12:00:00Z'), '2026-11-20T07:00:00.000Z');
  assert.equal(nextDigest(preference, '2026-11-22T12:00:00Z'), '2026-11-23T07:00:00.000Z');
  assert.equal(nextDigest(preference, '2026-11-23T07:00:00Z'), '2026-11-24T07:00:00.000Z');
  assert.equal(lastDigest(preference, '2026-11-23T07:00:00Z'), '2026-11-23T07:00:00.000Z');
  assert.equal(nextDigest(preference, '2026-07-01T12:00:00Z'), '2026-07-02T06:00:00.000Z');
  const weekly = berlin({ digest: { every: 'week', weekday: 5, hour: 16 } });
  assert.equal(nextDigest(weekly, '2026-11-20T15:00:00Z'), '2026-11-27T15:00:00.000Z');
  assert.equal(lastDigest(weekly, '2026-11-20T14:59:00Z'), '2026-11-13T15:00:00.000Z');
});
