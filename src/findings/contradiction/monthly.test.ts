import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, codesOf } from '../check.fixture.ts';

const month = (available: string, downtime: string, period = 'April (43,200 minutes)'): string[] =>
  accusations(
    codesOf(
      {},
      {
        source: `# April\n\n| Fact | Value |\n|---|---|\n| Period | ${period} |\n| Downtime | ${downtime} |\n| Availability | ${available} |\n| Agreed availability | 99.99 % |\n`,
      },
    ),
  );

test('availability above what the downtime leaves of the month that the fields name', () => {
  assert.deepEqual(month('99.9 %', '216 minutes'), ['contradiction.downtime-availability']);
  assert.deepEqual(month('99.5 %', '216 minutes'), []);
  assert.deepEqual(month('99.50%', '3 h 36 min'), []);
  assert.deepEqual(month('99.9 %', '216 minutes', 'April 2024'), ['contradiction.downtime-availability']);
});

test('lower availability, another period, and a downtime of a part say nothing', () => {
  assert.deepEqual(month('98.1 %', '216 minutes'), []);
  assert.deepEqual(month('99.9 %', '216 minutes', 'Q2 (131,040 minutes)'), []);
  assert.deepEqual(month('99.9 %', '216 minutes', 'April to June 2024'), []);
  assert.deepEqual(month('99.9 % (weighted)', '216 minutes'), []);
});
