import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayAt, daysLater, instantAt, instantOf, wallOf, weekdayOf } from './zoned.ts';

const iso = (epochMs: number) => new Date(epochMs).toISOString();
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Sao_Paulo'];

test('a time that the clocks skip is an hour later, one that they show twice is the first', () => {
  assert.equal(iso(instantAt('2028-03-26', '02:30', 'Europe/Berlin')), '2028-03-26T01:30:00.000Z');
  assert.equal(iso(instantAt('2028-03-12', '02:30', 'America/New_York')), '2028-03-12T07:30:00.000Z');
  assert.equal(iso(instantAt('2027-11-07', '01:30', 'America/New_York')), '2027-11-07T05:30:00.000Z');
  assert.equal(iso(instantAt('2027-10-31', '02:30', 'Europe/Berlin')), '2027-10-31T00:30:00.000Z');
});

test('wall times become the instants that Temporal makes of them, around changes of clocks too', () => {
  const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2031, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const wall = Temporal.PlainDateTime.from(iso(minute * 60_000).slice(0, 16));
      assert.equal(instantOf(minute * 60_000, zone), wall.toZonedDateTime(zone).epochMilliseconds);
    }),
    { numRuns: 300 },
  );
});

test('days and weekdays', () => {
  assert.equal(daysLater('2028-02-28', 1), '2028-02-29');
  assert.equal(daysLater('2028-01-01', -1), '2027-12-31');
  assert.deepEqual(['2028-02-28', '2028-03-05'].map(weekdayOf), [1, 7]);
  assert.equal(dayAt(Date.parse('2027-12-31T23:30:00Z'), 'Europe/Berlin'), '2028-01-01');
  assert.equal(wallOf(0, 'nowhere'), 0);
});
