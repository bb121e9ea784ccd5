import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadChart } from './spread.ts';

const groups = [
  { label: '2026Q3', dots: [], median: 1800, p90: 7200 },
  { label: '<b>&', dots: [{ seconds: 600, label: 'INC-1 "It" <failed>' }], median: null, p90: null },
];
const picture = { title: 'How long', said: 'In words', groups, lengthText: (seconds: number) => `${seconds / 60}m` };

test('few are dots with a name, many a bar from the median to the 90th percentile with the median in words', () => {
  const svg = spreadChart(picture);
  assert.equal(svg.match(/<circle/g)?.length, 2);
  assert.match(svg, />30m</);
  assert.match(svg, /aria-label="In words"/);
});

test('what people wrote is text in it, and equal input gives equal bytes', () => {
  assert.doesNotMatch(spreadChart(picture), /<b>|<failed>/);
  assert.equal(spreadChart(picture, { palette: 'paper' }), spreadChart(picture, { palette: 'paper' }));
});

test('nothing known is an axis without columns', () => assert.match(spreadChart({ ...picture, groups: [] }), /^<svg/));
