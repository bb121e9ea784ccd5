import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, codesOf } from '../check.fixture.ts';

const table = [
  '| Outage | Noticed after | Up after |',
  '|---|---|---|',
  '| W-1 | 2 min | 20 min |',
  '| W-2 | 10 min | 50 min |',
  '| W-3 | 3 min | 80 min |',
];

const said = (sentence: string, rows: readonly string[] = table): string[] =>
  accusations(codesOf({}, { source: ['# Quarter', '', ...rows, '', sentence, ''].join('\n') }));

test('a mean beside a table of lengths is that of one of its columns', () => {
  assert.deepEqual(said('**Mean time to recovery: 35 minutes.** Better than we hoped.'), ['contradiction.window']);
  assert.deepEqual(said('Mean time to recovery: 50 minutes.'), []);
  assert.deepEqual(said('MTTD was 5 minutes.'), []);
  assert.deepEqual(said('The average outage lasted 3 minutes.'), []);
});

test('a mean of other incidents, a bound, or one without a whole column beside it says nothing', () => {
  assert.deepEqual(said('Mean time to recovery in the year: 35 minutes.'), []);
  assert.deepEqual(said('Mean time to recovery: under 35 minutes.'), []);
  assert.deepEqual(said('Mean time to recovery: 35 minutes.', [...table, '| W-4 | ? | ? |']), []);
  assert.deepEqual(said('\n\n\n\n\nMean time to recovery: 35 minutes.'), []);
});

test('times of day are no lengths', () => {
  const clocks = [
    '| Outage | Down | Up after |',
    '|---|---|---|',
    '| W-1 | 00:35 | 20 min |',
    '| W-2 | 00:35 | 50 min |',
  ];
  assert.deepEqual(said('Mean time to recovery: 35 minutes.', clocks), []);
  assert.deepEqual(said('Mean time to recovery: 95 minutes.', clocks), ['contradiction.window']);
});

test('bare numbers count in the unit that the header names', () => {
  const bare = ['| Outage | Minutes |', '|---|---|', '| W-1 | 20 |', '| W-2 | 50 |', '| W-3 | 80 |'];
  assert.deepEqual(said('Average downtime: 35 minutes.', bare), ['contradiction.window']);
});
