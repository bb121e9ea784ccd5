import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { compare, fewest } from './compare.ts';
import { criteriaOf } from './criteria.ts';
import { metricsAgain } from './follow-up-metrics.ts';
import { alike } from './kin.ts';
import { ladderOf, rungOf } from './ladder.ts';
import type { ActionStanding } from './standing.ts';

const policy = Policy.parse({ reviews: ['1w', '1mo', '3mo', '6mo'] });
const ended = (at: string): PostmortemRecord => ({
  timeline: [{ at, precision: 'instant', milestone: 'resolved', text: 'Resolved' }],
});
const days = (record: PostmortemRecord, more = {}) =>
  ladderOf({ record, policy, ...more }).map(({ rung, day }) => `${rung} ${day}`);

test('the ladder counts calendar months from the end of the incident, to the last day of a shorter month', () => {
  assert.deepEqual(days(ended('2027-08-31T10:00:00Z')), [
    '1w 2027-09-07',
    '1mo 2027-09-30',
    '3mo 2027-11-30',
    '6mo 2028-02-29',
  ]);
});

test('a counted day off moves to the next working day; a day that somebody named stays', () => {
  const workingDay = (day: string) => (day === '2027-09-07' ? '2027-09-08' : day);
  const record = {
    ...ended('2027-08-31T10:00:00Z'),
    reviews: [{ interval: '1 Month Review', date: '2027-10-02', text: 'Short-term' }],
  };
  const ladder = ladderOf({ record, policy, workingDay });
  assert.deepEqual(
    ladder.map(({ day, basis, about }) => [day, basis, about]),
    [
      ['2027-09-08', 'template', undefined],
      ['2027-10-02', 'document', 'Short-term'],
      ['2027-11-30', 'template', undefined],
      ['2028-02-29', 'template', undefined],
    ],
  );
});

test('without an end the rungs of a template are there and have no day', () => {
  assert.deepEqual(days({}), ['1mo undefined', '1w undefined', '3mo undefined', '6mo undefined']);
  const guessed = ended('2027-08-31T10:00:00Z');
  guessed.timeline = guessed.timeline?.map((event) => ({ ...event, inferred: true }));
  assert.equal(ladderOf({ record: guessed, policy })[0]?.day, undefined);
});

test('one interval is one look back however it is written, and the next review of the document is one more', () => {
  assert.deepEqual(['7d', '1 week', '1w', '1 Week Review', '30d', '1q', 'After launch'].map(rungOf), [
    '1w',
    '1w',
    '1w',
    '1w',
    '30d',
    '3mo',
    'after launch',
  ]);
  const record = { ...ended('2027-01-04T10:00:00Z'), document: { nextReview: '2027-05-01' } };
  assert.deepEqual(days(record, { moved: [{ rung: 'on:2027-03-01', day: '2027-03-01', reason: null }] }), [
    '1w 2027-01-11',
    '1mo 2027-02-04',
    'on:2027-03-01 2027-03-01',
    '3mo 2027-04-04',
    'next 2027-05-01',
    '6mo 2027-07-04',
  ]);
});

const measured = (...seconds: (number | undefined)[]) =>
  seconds.map((each, index) => ({ key: `INC-${index}`, seconds: each }));

test('few times are shown as they are, without a median and without a change', () => {
  const { before, after, changePercent } = compare(measured(600, 1200, undefined), measured(300));
  assert.deepEqual(
    [before.median, before.unknown, before.dots.length, after.median, changePercent],
    [null, 1, 2, null, null],
  );
  const many = compare(measured(...Array<number>(fewest).fill(600)), measured(300, 300, 450, 900, 450));
  assert.deepEqual([many.before.median, many.after.median, many.changePercent], [600, 450, -25]);
});

test('similar is a shared service and a shared kind of cause; a service alone where no cause is stated', () => {
  const one = { key: 'INC-1', services: ['Checkout', 'cart'], causes: ['Configuration'] };
  const other = { key: 'INC-2', services: ['checkout'], causes: ['configuration', 'load'] };
  assert.deepEqual(alike(one, other), { key: 'INC-2', services: ['checkout'], causes: ['configuration'] });
  assert.equal(alike(one, { ...other, causes: ['load'] }), undefined);
  assert.equal(alike(one, { ...other, services: ['search'] }), undefined);
  assert.deepEqual(alike({ ...one, causes: [] }, other)?.causes, []);
});

const action = (label: string, horizon: string, state: ActionStanding['state']): ActionStanding => ({
  label,
  text: label,
  owner: '',
  due: '',
  horizon,
  priority: '',
  state,
  overdue: false,
});
const facts = {
  actions: [
    action('AI-1', 'Immediate', 'done'),
    action('AI-2', 'Short-term', 'open'),
    action('AI-3', 'Short-term', 'dropped'),
  ],
  similar: [{ key: 'INC-9' }],
};

test('criteria of the document are held against actions and against what came back; others are for people', () => {
  const criteria = [
    'All immediate actions completed',
    'All short-term actions completed',
    'All long-term actions completed',
    'All actions done',
    'No similar incidents occurred',
    'Customers trust us again',
  ].map((text) => ({ text }));
  assert.deepEqual(
    criteriaOf({ criteria }, facts).map(({ computed, cites }) => [computed, cites]),
    [
      ['met', ['AI-1']],
      ['missed', ['AI-2']],
      ['unknown', []],
      ['missed', ['AI-2']],
      ['missed', ['INC-9']],
      ['unknown', []],
    ],
  );
});

test('the metrics of a template are computed beside what was typed; what did not happen is for people to say', () => {
  const followUpMetrics = [
    'Similar incidents prevented',
    'Detection time improved by',
    'Recovery time improved by',
    'Action items completion rate',
  ].map((metric) => ({ metric, value: '90 %' }));
  const five = (seconds: number) => measured(...Array<number>(5).fill(seconds));
  const again = metricsAgain(
    { followUpMetrics },
    { ...facts, detect: compare(five(100), five(80)), recover: compare(five(100), measured(80)) },
  );
  assert.deepEqual(
    again.map(({ value, unit, why, stated }) => [value, unit, why, stated]),
    [
      [null, 'count', 'people', '90 %'],
      [20, 'percent', null, '90 %'],
      [null, 'percent', 'too-few', '90 %'],
      [50, 'percent', null, '90 %'],
    ],
  );
});
