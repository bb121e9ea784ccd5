import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayAt } from '../calendar/zoned.ts';
import { deadlineOf } from './deadline.ts';

const someDay = fc
  .integer({ min: 0, max: 3200 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const second = fc.integer({ min: 0, max: 86_399 });
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu');
const dayMs = 86_400_000;

/** The slowest way there is: from noon to noon, one day at a time, asking each whether it counts. */
function naive(day: string, count: number, free: ReadonlySet<string>): string {
  const at = new Date(`${day}T12:00:00Z`);
  for (let counted = 0; counted < count;) {
    at.setUTCDate(at.getUTCDate() + 1);
    const isOff = at.getUTCDay() % 6 === 0 || free.has(at.toISOString().slice(0, 10));
    if (!isOff) counted += 1;
  }
  return at.toISOString().slice(0, 10);
}

test('a clock of business days ends with the day that a day-by-day count finds', () => {
  const holidays = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 40 });
  fc.assert(
    fc.property(someDay, second, zones, fc.integer({ min: 1, max: 40 }), holidays, (day, at, zone, count, offsets) => {
      const startMs = Date.parse(day) + at * 1000;
      const free = new Set(
        offsets.map((offset) => new Date(Date.parse(day) + offset * dayMs).toISOString().slice(0, 10)),
      );
      const calendar = { zone, regions: ['XX'], isHoliday: (_: string, each: string) => free.has(each) };
      const found = deadlineOf(startMs, `${count}bd`, { closes: '17:30' }, calendar);
      assert.equal(found.day, naive(dayAt(startMs, zone), count, free));
      assert.equal(dayAt(found.ms, zone), found.day);
    }),
  );
});

test('what ends with a day ends with that day of its zone, whatever the clocks there do', () => {
  fc.assert(
    fc.property(someDay, second, zones, fc.integer({ min: 1, max: 90 }), (day, at, zone, days) => {
      const startMs = Date.parse(day) + at * 1000;
      const { ms, day: last = '' } = deadlineOf(startMs, `${days}d`, {}, { zone, regions: [], isHoliday: () => false });
      assert.equal(dayAt(ms - 1, zone), last);
      assert.ok(dayAt(ms, zone) > last);
      assert.equal((Date.parse(last) - Date.parse(dayAt(startMs, zone))) / dayMs, days);
    }),
  );
});

test('what moves for a day off never ends earlier for it, nor on a day off', () => {
  fc.assert(
    fc.property(
      someDay,
      second,
      zones,
      fc.constantFrom('72h', '1mo', '60d'),
      fc.constantFrom('next', 'noon'),
      (day, at, zone, within, dayOff) => {
        const startMs = Date.parse(day) + at * 1000;
        const calendar = { zone, regions: [], isHoliday: () => false };
        const moved = deadlineOf(startMs, within, { dayOff }, calendar);
        assert.ok(moved.ms >= deadlineOf(startMs, within, {}, calendar).ms);
        assert.ok(new Date(dayAt(moved.ms - 1, zone)).getUTCDay() % 6 !== 0);
      },
    ),
  );
});
