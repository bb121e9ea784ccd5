import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDurations, formatDuration, mayMeasure, readDuration } from './duration.ts';

const minutes = (text: string): (number | string)[] =>
  findDurations(text).map((value) =>
    value.upToSeconds === undefined ? value.seconds / 60 : `${value.seconds / 60}-${value.upToSeconds / 60}`,
  );

const cases: [string, (number | string)[]][] = [
  ['half an hour', [30]],
  ['the better part of an hour', [60]],
  ['a little under an hour, 58 minutes to be precise', [60, 58]],
  ['an hour and a half', [90]],
  ['two and a half hours', [150]],
  ['eleven hours', [660]],
  ['twenty-five minutes', [25]],
  ['1h50m', [110]],
  ['5m30s', [5.5]],
  ['2d3h', [3060]],
  ['1H 30M', [90]],
  ['1hr of total downtime and 4 hours of diminished capacity', [60, 240]],
  ['PT1H30M', [90]],
  ['1,435 minutes', [1435]],
  ['1½ hours', [90]],
  ['4 1/2 hours', [270]],
  ['3 hours, and a day later', [180, 1440]],
  ['1 hour, 37 minutes, and 12 seconds', [97.2]],
  ['19 hours 43 minutes', [1183]],
  ['0 minutes', [0]],
  ['a 45-minute outage', [45]],
  ['10-20min', ['10-20']],
  ['between 2 and 3 hours', ['120-180']],
  ['30 minutes to 1 hour', ['30-60']],
  ['1,5 Stunden', [90]],
  ['deux heures', [120]],
  ['une heure et dix minutes', [70]],
  ['3 horas e 45 minutos', [225]],
  ['twee uur en 10 minuten', [130]],
  ['un d’eux, an s', []],
  ['an hourly job, 5M rows, $5m, 5m users, 500ms, 3D', []],
  ['14:05 - 14:10', []],
  ['unavailable for 1 h 52.', [112]],
  ['at 1 h 52 users', [60]],
];

test('lengths of time are found in every spelling', () => {
  for (const [text, expected] of cases) assert.deepEqual(minutes(text), expected, text);
});

test('qualifiers are kept and lie inside the span', () => {
  const text = 'It took up to about 20 minutes, over an hour, 30+ minutes, < 5 min, ~40min and a couple of hours.';
  assert.deepEqual(
    findDurations(text).map((value) => [text.slice(value.from, value.to), value.bound, value.approximate]),
    [
      ['up to about 20 minutes', 'atMost', true],
      ['over an hour', 'atLeast', undefined],
      ['30+ minutes', 'atLeast', undefined],
      ['< 5 min', 'atMost', undefined],
      ['~40min', undefined, true],
      ['a couple of hours', undefined, true],
    ],
  );
});

test('a clock form is a duration only in a field made for one', () => {
  assert.deepEqual(findDurations('1:30'), []);
  assert.equal(readDuration('1:30')?.seconds, 5400);
  assert.equal(readDuration('0:37:00')?.seconds, 2220);
  assert.equal(readDuration('3h45')?.seconds, 13500);
  assert.equal(readDuration('7h (during support hours 10:00-17:00)')?.seconds, 25200);
  for (const unknown of ['?', 'N/A', 'TBD', '']) assert.equal(readDuration(unknown), undefined, unknown);
});

test('seconds are written compactly', () => {
  assert.deepEqual([5820, 45, 183600, 0, -60].map(formatDuration), ['1h 37m', '45s', '2d 3h', '0s', '-1m']);
});

test('hostile text takes linear time', () => {
  const start = performance.now();
  for (const text of ['1', ' ', 'a ', 'one and a half ', '1,111,', 'a 1 h, 3 4- '])
    findDurations(text.repeat(200_000 / text.length));
  assert.ok(performance.now() - start < 2000);
});

test('numbers of words with fractions, hundreds and loose amounts', () => {
  const seconds = (text: string) => findDurations(text).map((value) => value.seconds / 60);
  assert.deepEqual(seconds('after two hours and a quarter'), [135]);
  assert.deepEqual(seconds('for four-and-a-half hours'), [270]);
  assert.deepEqual(seconds('took three-quarters of an hour, then 3/4 of an hour'), [45, 45]);
  assert.deepEqual(seconds('one hundred and twenty minutes of silence'), [120]);
  assert.deepEqual(seconds('lasted an hour and forty.'), [100]);
  assert.deepEqual(seconds('an hour and forty people waited'), [60]);
  for (const loose of ['thirty-odd minutes', 'a good hour', 'an hour or two', 'not quite an hour'])
    assert.equal(findDurations(loose)[0]?.approximate, true, loose);
});

test('one look tells a text that cannot hold a length', () => {
  for (const none of ['', 'The valve was open.', 'hours of work']) assert.equal(mayMeasure(none), false, none);
  for (const some of ['5 min', 'an hour', '½ h', 'a two-day wait']) assert.equal(mayMeasure(some), true, some);
});
