import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stampAt } from './stamp.ts';

/** Day, time of day, zone and what is left of the text. */
const read = (text: string) => {
  const { day, clockMs = 0, zone, to } = stampAt(text, 0) ?? assert.fail(text);
  const date = [day?.year, day?.month, day?.day].join('-');
  return [date, new Date(clockMs).toISOString().slice(11, 19), zone, text.slice(to)];
};

test('a written half of the day counts, wherever a log writes it', () => {
  for (const text of ['2026-03-04 02:23:05 PM', '04-Mar-2026 02:23:05 PM', 'Mar  4 2026 02:23:05 p.m.'])
    assert.deepEqual(read(`${text} down`), ['2026-3-4', '14:23:05', undefined, ' down'], text);
  assert.deepEqual(read('Wed Mar  4 02:23:05 PM UTC 2026 down'), ['2026-3-4', '14:23:05', 'UTC', ' down']);
  assert.deepEqual(read('2026-03-04 12:03 AM CET'), ['2026-3-4', '00:03:00', 'CET', '']);
  assert.deepEqual(read('2026-03-04 12:03 am: down'), ['2026-3-4', '00:03:00', undefined, ': down']);
  assert.deepEqual(read('2026-03-04 14:23 PM'), ['2026-3-4', '14:23:00', undefined, '']);
});

test('a German "am" before a word or a number is none', () => {
  for (const rest of [' am Montag', ' am nächsten Tag', ' am 5. fertig', ' Amt', ' pmap'])
    assert.deepEqual(read(`2026-03-04 12:15${rest}`), ['2026-3-4', '12:15:00', undefined, rest]);
});

test("reads the dates of Jira's tables, and JavaScript's with the name of the zone", () => {
  assert.deepEqual(read('04/Mar/26 2:23 PM'), ['2026-3-4', '14:23:00', undefined, '']);
  assert.deepEqual(read('04/Mär/26 14:23'), ['2026-3-4', '14:23:00', undefined, '']);
  assert.deepEqual(read('04/Mar/2026:14:23:05 +0100'), ['2026-3-4', '14:23:05', '+0100', '']);
  const local = 'Wed Mar 04 2026 14:23:05 GMT+0100 (Central European Standard Time)';
  assert.deepEqual(read(local), ['2026-3-4', '14:23:05', 'GMT+0100', '']);
  assert.deepEqual(read('Wed Mar 04 2026 14:23:05 (checkout)').at(-1), ' (checkout)');
});
