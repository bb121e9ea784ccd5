import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayText, minuteText } from './day.ts';
import { lengthText } from './lengths.ts';
import { bytesText, exactText, moneyText, partsText, shareText } from './numbers.ts';
import { listText, plural } from './plural.ts';

test('a length of time is told by its units, as many as are wanted, and never empty', () => {
  assert.equal(lengthText(5820), '1h 37m');
  assert.equal(lengthText(183_600 + 5), '2d 3h 5s');
  assert.equal(lengthText(183_600 + 5, 2), '2d 3h');
  assert.equal(lengthText(86_400 + 300, 2), '1d');
  assert.equal(lengthText(0), '0s');
  assert.equal(lengthText(-90), '-1m 30s');
});

test('amounts have their unit, money its currency, and what is no currency stays as it is', () => {
  assert.equal(moneyText(2700, 'USD'), '$2,700');
  assert.equal(moneyText(2700.5, 'EUR'), '€2,700.50');
  assert.equal(moneyText(12, 'hours'), '12 hours');
  assert.equal(partsText(0.9995), '99.95%');
  assert.equal(shareText(0.974), '97%');
  assert.equal(exactText(1234.5), '1,234.5');
  assert.equal(bytesText(1), '1 byte');
  assert.equal(bytesText(12_300), '12.3 kB');
});

test('counts and lists follow the rules of the language', () => {
  assert.equal(plural(1, { one: '# row', other: '# rows' }), '1 row');
  assert.equal(plural(1200, { one: '# row', other: '# rows' }), '1,200 rows');
  assert.equal(listText(['a', 'b', 'c']), 'a, b, and c');
});

test('days and minutes are those of UTC, and a day that is none stays as it was written', () => {
  assert.equal(dayText('2025-12-19'), 'Dec 19, 2025');
  assert.equal(dayText('next week'), 'next week');
  assert.equal(minuteText(Date.parse('2025-12-19T14:23:00Z')), 'Dec 19, 2025, 14:23');
});
