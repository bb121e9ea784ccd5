import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockTime, formatInstant, readInstant } from './instant.ts';

test('reads RFC 3339 with any offset and any fraction', () => {
  const noon = Date.UTC(2026, 2, 4, 12);
  assert.equal(readInstant('2026-03-04T12:00:00Z'), noon);
  assert.equal(readInstant('2026-03-04T14:00:00+02:00'), noon);
  assert.equal(readInstant('2026-03-04T06:30:00-0530'), noon);
  assert.equal(readInstant('2026-03-04T12:00:00.123456789Z'), noon + 123.456789);
});

test('reads the times that Ruby writes', () => {
  const noon = Date.UTC(2026, 2, 4, 12);
  assert.equal(readInstant('2026-03-04 12:00:00 UTC'), noon);
  assert.equal(readInstant('2026-03-04 14:00:00 +0200'), noon);
});

test('takes no time for a time: zero times, impossible days, other forms', () => {
  const none = [
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-03-04T25:00:00Z',
    '2026-03-04',
    'now',
    '',
  ];
  for (const text of none) assert.equal(readInstant(text), undefined, text);
  assert.equal(readInstant(null), undefined);
});

test('formats in UTC', () => {
  const ms = Date.UTC(2026, 2, 4, 14, 23, 5, 900);
  assert.equal(formatInstant(ms), '2026-03-04T14:23:05Z');
  assert.equal(clockTime(ms), '14:23 UTC');
});
