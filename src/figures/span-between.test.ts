import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Moment } from '../record/moment.ts';
import { computeFigures } from './index.ts';
import type { SpanEnd } from './milestones.ts';
import { spanBetween } from './span-between.ts';
import { Policy } from '../record/policy.ts';

const end = (name: string, at: string, more: Partial<Moment> = {}): SpanEnd => {
  return { name, path: name, moment: { at, precision: 'instant', ...more }, inferred: false };
};
const between = (from: string, to: string, fromMore?: Partial<Moment>, toMore?: Partial<Moment>) =>
  spanBetween(end('start', from, fromMore), end('end', to, toMore));

const points: [from: string, to: string, seconds: number][] = [
  ['2025-12-19T23:50', '2025-12-20T00:10', 1200],
  ['2025-12-19T14:00Z', '2025-12-19T16:00+01:00', 3600],
  ['2024-02-28T12:00Z', '2024-03-01T12:00Z', 2 * 86_400],
  ['2025-01-31T12:00', '2025-02-01T12:00', 86_400],
  ['2025-03-30T00:30Z', '2025-03-30T02:30Z', 7200],
  ['2025-12-19T14:00:30', '2025-12-19T14:00:30', 0],
];
for (const [from, to, seconds] of points)
  test(`${from} to ${to} is ${seconds} s`, () => assert.equal(between(from, to).seconds, seconds));

test('wall times of a zone pass its clock change', () => {
  const zone = { zone: 'Europe/Berlin' };
  assert.equal(between('2025-03-30T01:30', '2025-03-30T03:30', zone, zone).seconds, 3600);
  assert.equal(between('2025-10-26T01:30', '2025-10-26T03:30', zone, zone).seconds, 3 * 3600);
});

test('a time without zone shares the zone of the other, and the formula says so', () => {
  const figure = between('2025-12-19T14:00+01:00', '2025-12-19T15:00');
  assert.equal(figure.seconds, 3600);
  assert.match(figure.formula, /end has no zone: taken as \+01:00/);
});

test('two abbreviations that nobody can resolve are not compared; the same one twice is', () => {
  const clash = between('2025-12-19T14:00', '2025-12-19T15:00', { zone: 'BST' }, { zone: 'IST' });
  assert.match(clash.reason ?? '', /BST.*IST.*UTC or with their offset/);
  assert.equal(between('2025-12-19T14:00', '2025-12-19T15:00', { zone: 'IST' }, { zone: 'IST' }).seconds, 3600);
  assert.equal(between('2025-12-19T14:00Z', '2025-12-19T15:00', {}, { zone: 'IST' }).status, 'unknown');
});

const impossible: [from: string, to: string, hint: RegExp][] = [
  ['2025-12-19T15:00', '2025-12-19T14:59', /is before.*correct one of the two times/],
  ['2021-01-04T10:00', '2022-01-04T12:00', /365 days apart, and the year looks mistyped/],
  ['2021-12-31T23:00', '2021-01-01T02:00', /year looks mistyped/],
  ['2021-03-04T10:00', '2021-07-04T12:00', /month looks mistyped/],
  ['2021-03-04T10:00', '2020-03-04T12:00', /year looks mistyped/],
];
for (const [from, to, hint] of impossible)
  test(`${from} to ${to} is impossible, neither negative nor endless`, () => {
    const figure = between(from, to);
    assert.equal(figure.status, 'unknown');
    assert.equal(figure.seconds, undefined);
    assert.match(figure.reason ?? '', /^impossible order/);
    assert.match(figure.reason ?? '', hint);
  });

test('a leak that went unseen for a year is a year long', () => {
  assert.equal(between('2021-01-04T10:00', '2022-02-20T12:00').status, 'known');
});

test('ranges and days give an interval and no point', () => {
  const range = between('2025-12-19T14:00', '2025-12-19T15:00', { precision: 'range', until: '2025-12-19T14:10' });
  assert.deepEqual([range.seconds, range.interval], [undefined, { from: 3000, to: 3600 }]);
  const day = between('2025-12-19', '2025-12-20T06:00', { precision: 'day' });
  assert.deepEqual(day.interval, { from: 6 * 3600, to: 30 * 3600 });
  assert.equal(day.status, 'known');
});

test('a header states the duration, and whole days give way to exact milestones', () => {
  const policy = Policy.parse({});
  const moment = (at: string): Moment => ({ at, precision: at.length === 10 ? 'day' : 'instant' });
  const timeline = [
    { milestone: 'detected' as const, ...moment('2025-12-19T14:00') },
    { milestone: 'resolved' as const, ...moment('2025-12-19T15:00') },
  ];
  const exact = { start: moment('2025-12-19T13:50'), end: moment('2025-12-19T15:00') };
  const days = { start: moment('2025-12-19'), end: moment('2025-12-19') };
  assert.equal(computeFigures({ incident: exact, timeline }, policy)['duration']?.seconds, 4200);
  assert.equal(computeFigures({ incident: days, timeline }, policy)['duration']?.seconds, 3600);
  assert.deepEqual(computeFigures({ incident: days }, policy)['duration']?.interval, { from: 0, to: 86_400 });
});
