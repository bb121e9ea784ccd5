import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatAt, offsetIn, toEpochMs } from './instant.ts';

const cases: [at: string, zone: string | undefined, utc: string][] = [
  ['2025-12-19T14:23', undefined, '2025-12-19T14:23Z'],
  ['2025-12-19T14:23:05Z', undefined, '2025-12-19T14:23:05Z'],
  ['2025-12-19T14:23+01:00', undefined, '2025-12-19T13:23Z'],
  ['2025-12-19', undefined, '2025-12-19T00:00Z'],
  ['2024-02-29T23:59', undefined, '2024-02-29T23:59Z'],
  ['2025-07-01T12:00', 'Europe/London', '2025-07-01T11:00Z'],
  ['2025-01-01T12:00', 'Europe/London', '2025-01-01T12:00Z'],
  ['2025-07-01T12:00', 'UTC+2', '2025-07-01T10:00Z'],
  ['2025-07-01T12:00', '+05:30', '2025-07-01T06:30Z'],
  ['2025-03-30T01:59', 'Europe/Berlin', '2025-03-30T00:59Z'],
  ['2025-03-30T03:00', 'Europe/Berlin', '2025-03-30T01:00Z'],
  ['2025-07-01T12:00+02:00', 'America/New_York', '2025-07-01T10:00Z'],
];

for (const [at, zone, utc] of cases)
  test(`${at} in ${zone ?? 'no zone'} is ${utc}`, () => assert.equal(formatAt(toEpochMs(at, zone)), utc));

for (const at of [
  '2025-02-29',
  '2025-13-01',
  '2025-04-31T10:00',
  '2025-01-01T24:00',
  '0001-01-01T00:00Z',
  '14:23',
  'soon',
])
  test(`${at} is no time`, () => assert.ok(Number.isNaN(toEpochMs(at))));

test('fractions of a second count in milliseconds', () => {
  assert.equal(toEpochMs('2025-01-01T00:00:00.123456789Z') % 1000, 123);
  assert.equal(toEpochMs('2025-01-01T00:00:00.5+01:00') % 1000, 500);
});

test('an abbreviation is no known zone: the wall time counts as UTC', () => {
  assert.equal(formatAt(toEpochMs('2025-07-01T12:00', 'CET')), '2025-07-01T12:00Z');
});

test('the offset is told only where one is written', () => {
  assert.equal(offsetIn('2025-12-19T14:23+01:00'), '+01:00');
  assert.equal(offsetIn('2025-12-19T14:23'), undefined);
});

test('what formatAt writes, toEpochMs reads', () => {
  const seconds = fc.integer({ min: Date.UTC(1000, 0, 1) / 1000, max: Date.UTC(9999, 0, 1) / 1000 });
  fc.assert(fc.property(seconds, (second) => assert.equal(toEpochMs(formatAt(second * 1000)), second * 1000)));
});
