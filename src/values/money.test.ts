import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCount } from './count.ts';
import { readMoney } from './money.ts';
import { readPercent } from './percent.ts';

const amounts: [text: string, amount: number, currency: string][] = [
  ['$12,500', 12_500, 'USD'],
  ['about €1.2M lost', 1_200_000, 'EUR'],
  ['12 500 EUR', 12_500, 'EUR'],
  ['12.500,50 €', 12_500.5, 'EUR'],
  ['£3k', 3000, 'GBP'],
  ['$1.2m', 1_200_000, 'USD'],
  ['-$20', -20, 'USD'],
  ['USD 3 million', 3_000_000, 'USD'],
  ["CHF 1'234.50", 1234.5, 'CHF'],
  ['A$5', 5, 'AUD'],
  ['250 failed transactions @ $50 avg', 50, 'USD'],
];
for (const [text, amount, currency] of amounts)
  test(`${text} is ${amount} ${currency}`, () => {
    const read = readMoney(text);
    assert.deepEqual([read?.amount, read?.currency], [amount, currency]);
  });

test('an amount says where it stands', () => {
  const text = 'lost about -$1,500.';
  const read = readMoney(text);
  assert.equal(text.slice(read?.from, read?.to), '-$1,500');
});

test('a placeholder, a bare number and plain words are no money', () => {
  for (const text of ['$X', '12,500', 'none', '20 ABC', '']) assert.equal(readMoney(text), undefined);
});

test('percentages keep their fraction', () => {
  const read = ['99.999%', '15,3 %', '~20 percent', 'X% uptime', '5 ms'].map(readPercent);
  assert.deepEqual(read, [99.999, 15.3, 20, undefined, undefined]);
});

test('counts take groups and multipliers, but neither percentages nor minutes', () => {
  const texts = ['~5,000 users', '1.2M', '20k', '5% of 300 users', 'none', '1.234 users', '10m', 'many'];
  assert.deepEqual(texts.map(readCount), [5000, 1_200_000, 20_000, 300, 0, 1234, 10, undefined]);
});
