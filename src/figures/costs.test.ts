import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { computeFigures } from './index.ts';
import { readProduct } from './product.ts';

type Costs = NonNullable<PostmortemRecord['costs']>;
const figuresOf = (costs: Costs, more: PostmortemRecord = {}) => computeFigures({ costs, ...more }, Policy.parse({}));

const costs: Costs = [
  { category: 'Lost sales', amount: '$9,000', notes: '300 baskets @ $30 avg' },
  { category: 'SLA Credits', amount: '$1,500', notes: '12 customers' },
  { category: 'Support', amount: '$600', notes: '3 hours × 5 agents' },
  { category: 'Engineering', amount: '$4,400', notes: '22 engineer-hours @ $200/hr' },
  { category: '**Total Cost**', amount: '$15,500' },
];

test('costs add up without the row called total', () => {
  const figures = figuresOf(costs);
  assert.deepEqual([figures['costTotal']?.value, figures['costTotal']?.unit], [15_500, 'USD']);
  assert.deepEqual(figures['costTotal']?.cites.length, 4);
  assert.equal(figures['slaCredits']?.value, 1500);
});

test('products in the notes are computed too', () => {
  const figures = figuresOf(costs);
  assert.deepEqual([figures['cost.0']?.value, figures['cost.0']?.unit], [9000, 'USD']);
  assert.equal(figures['cost.1'], undefined);
  assert.deepEqual([figures['cost.2']?.value, figures['cost.2']?.unit], [15, 'hours']);
  assert.equal(figures['cost.3']?.value, 4400);
  assert.deepEqual([figures['responderCost']?.value, figures['responderCost']?.cites], [4400, ['costs[3].notes']]);
});

const products: [text: string, value: number | undefined][] = [
  ['3 engineers × 4 hours × $100/hr', 1200],
  ['30 minutes x 4 people @ €120 per hour', 240],
  ['1,200 orders at $2.50', 3000],
  ['2 days × $100/hr', undefined],
  ['20 enterprise customers', undefined],
  ['10% × $500', undefined],
  ['see ticket 5 @ noon', undefined],
  ['$5 × $6', undefined],
];
for (const [text, value] of products)
  test(`“${text}” is ${value ?? 'no product'}`, () => assert.equal(readProduct(text)?.value, value));

test('responders may be stated under the team impact', () => {
  const team = { impact: { team: { resources: '5 engineers × 3 hours @ $100/hr' } } };
  assert.equal(figuresOf([], team)['responderCost']?.value, 1500);
});

test('a total is unknown rather than wrong', () => {
  const reason = (lines: Costs) => figuresOf(lines)['costTotal']?.reason ?? '';
  assert.match(reason([]), /no cost line is stated/);
  assert.match(
    reason([
      { category: 'A', amount: '$5' },
      { category: 'B', amount: 'TBD' },
    ]),
    /costs\[1\].*“TBD” is no amount/,
  );
  assert.match(reason([{ category: 'A', amount: '$5' }, { category: 'B' }]), /costs\[1\].*has no amount/);
  assert.match(
    reason([
      { category: 'A', amount: '$5' },
      { category: 'B', amount: '€5' },
    ]),
    /different currencies/,
  );
});

test('nothing and zero are amounts, ranges give an interval, bare numbers share the currency', () => {
  const figure = figuresOf([
    { category: 'A', amount: '$1,000 - $2,000' },
    { category: 'B', amount: 'N/A' },
    { category: 'C', amount: '500' },
    { category: 'D', amount: '$0' },
  ])['costTotal'];
  assert.deepEqual(figure?.interval, { from: 1500, to: 2500 });
  assert.match(figure?.formula ?? '', /all taken to be in USD/);
});
