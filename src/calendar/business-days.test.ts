import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addBusinessDays, isBusinessDay, nearestBusinessDay } from './business-days.ts';
import { holidaysIn, isKnownRegion } from './holidays.ts';
import { nextAllowed } from './next-allowed.ts';
import { plainCalendar, type WorkCalendar } from './work-calendar.ts';
import { dayAfter, instantAfter, readWorkSpan } from './work-span.ts';
import { daysLater, instantAt } from './zoned.ts';

const isHoliday = await holidaysIn(['DE-BY', 'US']);
const berlin: WorkCalendar = {
  zone: 'Europe/Berlin',
  weekend: [6, 7],
  isHoliday,
  quiet: { from: '18:00', to: '08:00' },
};

test('holidays are the public ones of country and state, with the days that stand in for a weekend', () => {
  const days = ['2028-01-06', '2028-04-14', '2028-02-21', '2027-12-24', '2027-12-31', '2028-02-14', '2028-10-03'];
  assert.deepEqual(days.map(isHoliday), [true, true, true, true, true, false, true]);
});

test('a region is known by its code, or it is not one', async () => {
  const regions = ['DE', 'DE-BY', 'US-LA-NO', 'XX', 'DE-XX', 'de', ''];
  assert.deepEqual(await Promise.all(regions.map(isKnownRegion)), [true, true, true, false, false, false, false]);
});

test('working days are counted as one counts them on a wall calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -30, max: 30 }), (offset, count) => {
      const start = daysLater('2027-06-01', offset);
      const step = count < 0 ? -1 : 1;
      const days = Array.from({ length: 80 }, (_, index) => daysLater(start, step * index));
      const worked = days.slice(count === 0 ? 0 : 1).filter((day) => isBusinessDay(day, berlin));
      assert.equal(addBusinessDays(start, count, berlin), worked[Math.max(0, Math.abs(count) - 1)]);
    }),
  );
});

test('a calendar without a working day ends the search', () => {
  assert.equal(nearestBusinessDay('2028-01-01', { ...plainCalendar, weekend: [1, 2, 3, 4, 5, 6, 7] }, 1), '2028-01-01');
});

const spans: [day: string, span: string, sign: 1 | -1, then: string][] = [
  ['2028-01-31', '1mo', 1, '2028-02-29'],
  ['2027-11-30', '1q', 1, '2028-02-29'],
  ['2028-02-29', '1y', 1, '2029-02-28'],
  ['2028-03-31', '1mo', -1, '2028-02-29'],
  ['2028-02-28', '2d', 1, '2028-03-01'],
  ['2027-12-23', '4bd', 1, '2027-12-30'],
  ['2028-04-18', '3 business days', -1, '2028-04-11'],
  ['2028-02-28', '24h', 1, '2028-02-29'],
];
for (const [day, span, sign, then] of spans)
  test(`${span} ${sign === 1 ? 'after' : 'before'} ${day} is ${then}`, () => {
    const read = readWorkSpan(span);
    assert.ok(read);
    assert.equal(dayAfter(day, read, berlin, sign), then);
  });

test('hours are real hours, days keep the time of day when the clocks change', () => {
  const from = instantAt('2028-03-25', '12:00', 'Europe/Berlin');
  const after = (text: string) => {
    const span = readWorkSpan(text);
    assert.ok(span);
    return new Date(instantAfter(from, span, berlin)).toISOString();
  };
  assert.equal(after('24h'), '2028-03-26T11:00:00.000Z');
  assert.equal(after('1d'), '2028-03-26T10:00:00.000Z');
  assert.equal(after('1bd'), '2028-03-27T10:00:00.000Z');
  assert.equal(after('1mo'), '2028-04-25T10:00:00.000Z');
});

test('nobody is spoken to in quiet hours, on weekends and on holidays', () => {
  const next = (at: string, calendar = berlin) => new Date(nextAllowed(Date.parse(at), calendar)).toISOString();
  assert.equal(next('2028-02-29T10:00:00Z'), '2028-02-29T10:00:00.000Z');
  assert.equal(next('2028-02-29T03:00:00Z'), '2028-02-29T07:00:00.000Z');
  assert.equal(next('2028-02-29T17:00:00Z'), '2028-03-01T07:00:00.000Z');
  // The evening before Good Friday, to the Tuesday after Easter Monday, in summer time.
  assert.equal(next('2028-04-13T17:00:00Z'), '2028-04-18T06:00:00.000Z');
  assert.equal(next('2028-03-25T12:00:00Z'), '2028-03-27T06:00:00.000Z');
  const noon = { ...plainCalendar, quiet: { from: '12:00', to: '13:00' } };
  assert.equal(next('2028-02-29T12:30:00Z', noon), '2028-02-29T13:00:00.000Z');
  assert.equal(next('2028-02-26T12:30:00Z', noon), '2028-02-28T00:00:00.000Z');
  assert.equal(next('2028-02-26T12:30:00Z', plainCalendar), '2028-02-28T00:00:00.000Z');
});
