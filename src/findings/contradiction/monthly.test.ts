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

test('the fields may name the period in their labels', () => {
  const fields = (available: string) =>
    accusations(
      codesOf(
        {},
        { source: `| Downtime | 160 minutes |\n| Availability in March (44,640 minutes) | ${available} |\n` },
      ),
    );
  assert.deepEqual(fields('99.91 %'), ['contradiction.downtime-availability']);
  assert.deepEqual(fields('99.64 %'), []);
});

test('a paragraph with the downtime, the days of the month and the availability is held against itself', () => {
  const prose = (available: string, more = '') =>
    accusations(
      codesOf(
        {},
        {
          source: `# May\n\nDowntime was 90 minutes. June has 30 days, so our availability comes to ${available}, against a target of 99.99 %.${more}\n`,
        },
      ),
    );
  assert.deepEqual(prose('99.98 %'), ['contradiction.downtime-availability']);
  assert.deepEqual(prose('99.79 %'), []);
  assert.deepEqual(prose('98.1 %'), []);
  assert.deepEqual(prose('99.98 %', ' Planned work is left out.'), []);
});
