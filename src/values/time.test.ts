import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDay } from './date.ts';
import { findMoments, placeMention, readMoment } from './time.ts';
import { offsetOf, statedZone, zoneIn } from './zone.ts';

const at = (text: string): string[] =>
  findMoments(text).map((mention) => {
    const day = mention.date ? isoDay(mention.date) : '2000-01-01';
    const untilDay = mention.untilDate && isoDay(mention.untilDate);
    const moment = placeMention(mention, day, { untilDay });
    return (moment.at ?? moment.precision) + (moment.until === undefined ? '' : `/${moment.until}`);
  });

const cases: [string, string[]][] = [
  ['2020-01-21 15:36', ['2020-01-21T15:36']],
  ['2021-2-3 10:00', ['2021-02-03T10:00']],
  ['19th of February 2021 at 14:05', ['2021-02-19T14:05']],
  ['Feb 15, 2024: 7:56am UTC', ['2024-02-15T07:56Z']],
  ['09:15:04 Monday May 10th (UTC), 2021', ['2021-05-10T09:15:04']],
  ['Montag, 3. Mai 2021 um 14.05 Uhr', ['2021-05-03T14:05']],
  ['3 mai 2021 à 14h05', ['2021-05-03T14:05']],
  ['Jun 03, 2021 - 14:05 UTC', ['2021-06-03T14:05Z']],
  ['14:05 UTC on 3 May 2021', ['2021-05-03T14:05Z']],
  ['3.5.2021, 12/31/21 23:59, 03-Apr-2021 14:00', ['2021-05-03', '2021-12-31T23:59', '2021-04-03T14:00']],
  ['10:45a and 5:00 p.m. EST', ['2000-01-01T10:45', '2000-01-01T17:00-05:00']],
  ['1423Z, 1423 UTC', ['2000-01-01T14:23Z', '2000-01-01T14:23Z']],
  ['2021-05-10T09:15:04.123Z', ['2021-05-10T09:15:04Z']],
  ['20210804T091233Z', ['2021-08-04T09:12:33Z']],
  ['2021-08-04 09:12:33 +0000 UTC', ['2021-08-04T09:12:33Z']],
  ['2021/05/03 14:05 GMT+2', ['2021-05-03T14:05+02:00']],
  ['[8:27 AM] {{ 06:10 }} **13:16:07:** x', ['2000-01-01T08:27', '2000-01-01T06:10', '2000-01-01T13:16:07']],
  ['09:12-10:40', ['2000-01-01T09:12/2000-01-01T10:40']],
  ['between 09:12 and 10:40 UTC', ['2000-01-01T09:12Z/2000-01-01T10:40Z']],
  ['from 9 to 10:30 am', ['2000-01-01T09:00/2000-01-01T10:30']],
  ['11-1pm', ['2000-01-01T11:00/2000-01-01T13:00']],
  ['2021-05-03 23:12 to 01:40', ['2021-05-03T23:12/2021-05-04T01:40']],
  ['2021-05-03 09:12 - 2021-05-04 10:40', ['2021-05-03T09:12/2021-05-04T10:40']],
  ['13:14 EDT (17:14 UTC)', ['2000-01-01T17:14Z']],
  ['2021-03-03 18:52 PDT (01:52 UTC)', ['2021-03-04T01:52Z']],
  ['12:30 - 13:05 PT (19:30 - 20:05 UTC)', ['2000-01-01T19:30Z/2000-01-01T20:05Z']],
  ['2022-03-10 11.50', ['2022-03-10T11:50']],
  ['20202-01-16 12:00, 2022-02-?? ??:??', ['unknown', 'unknown']],
  ['2019-12-03 --:--, 2023-01-04 (Time TBC)', ['2019-12-03', '2023-01-04']],
  ['ratio 3:1, 11.50 dollars, v1.13.12, 10 may fail, http://x/2021-05-03/12:30, 2021-05-03-notes', []],
];

test('moments are found in every common form and nowhere else', () => {
  for (const [text, expected] of cases) assert.deepEqual(at(text), expected, text);
});

test('a date whose order is open is not decided', () => {
  assert.deepEqual(findMoments('03/04/2021 14:05')[0]?.date?.ambiguous, [3, 4]);
  assert.equal(readMoment('03/04/2021 14:05')?.precision, 'unknown');
});

test('a cell in a time column keeps what was written', () => {
  assert.deepEqual(readMoment('1423'), { written: '1423', precision: 'unknown' });
  assert.deepEqual(readMoment('2021-05-03'), { written: '2021-05-03', at: '2021-05-03', precision: 'day' });
  assert.equal(readMoment('soon'), undefined);
});

test('zones become offsets only when they are certain', () => {
  const offsets = ['CET', 'UTC-7', 'Pacific time', 'Europe/London', 'IST', 'nowhere'].map((zone) =>
    offsetOf(zone, '2021-07-01T12:00'),
  );
  assert.deepEqual(offsets, ['+01:00', '-07:00', '-07:00', '+01:00', undefined, undefined]);
  assert.equal(offsetOf('IST', '2021-07-01T12:00', 'our office in Bangalore'), '+05:30');
  assert.equal(offsetOf('BST', '2021-07-01T12:00', 'all times in BST (GMT+1)'), '+01:00');
});

test('a stated zone is found in a sentence, a heading and a column name', () => {
  assert.equal(statedZone('All times in CET (GMT+1)'), 'CET');
  assert.equal(statedZone('Timeline (all times UTC) Monday'), 'UTC');
  assert.equal(zoneIn('Time (PST)'), 'PST');
  assert.equal(statedZone('nothing here'), undefined);
});

test('hostile text takes linear time', () => {
  const start = performance.now();
  for (const text of ['1 ', '1:', '12:30 - ', 'May ', 'Monday ', '2021-05-03 ', '12:30 (', 'between 9 and '])
    findMoments(text.repeat(300_000 / text.length));
  assert.ok(performance.now() - start < 2000);
});
