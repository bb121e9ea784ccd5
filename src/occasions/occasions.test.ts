import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainCalendar } from '../calendar/work-calendar.ts';
import { defaultPolicy } from '../record/policy.ts';
import { occasionsOf } from './index.ts';
import type { FollowedAction, Follow, Subject } from './occasion.ts';

const follow: Follow = {
  calendar: { ...plainCalendar, zone: 'Europe/Berlin', isHoliday: (day) => day === '2028-01-06' },
  hour: '09:00',
  remindBefore: ['3bd', '0d'],
  remindAfter: ['1bd'],
  escalateAfter: ['1w'],
  warnAt: [50],
  clockWarnAt: [50, 75],
  clockOverdueAfter: ['24h'],
};
const action: FollowedAction = {
  id: 'a1',
  label: 'AI-001',
  text: 'Alert on the backlog',
  owner: '@ana',
  due: '2028-01-07',
  horizon: '',
  open: true,
};
const subject = (over: Partial<Subject> = {}): Subject => ({
  record: {},
  milestones: [],
  policy: defaultPolicy,
  written: false,
  actions: [],
  clocks: [],
  ...over,
});
const planned = (over: Partial<Subject>, how = follow) =>
  occasionsOf(subject(over), how).map(({ key, at, to }) => [key, at, ...to]);

test('an action is spoken of before its day, on it and after it, on working days at the hour of the organisation', () => {
  assert.deepEqual(planned({ actions: [action] }), [
    ['action-reminder/a1/2028-01-07/-3bd', '2028-01-03T08:00:00.000Z', '@ana'],
    ['action-reminder/a1/2028-01-07/-0d', '2028-01-07T08:00:00.000Z', '@ana'],
    ['action-reminder/a1/2028-01-07/+1bd', '2028-01-10T08:00:00.000Z', '@ana'],
    ['action-escalation/a1/2028-01-07/+1w', '2028-01-14T08:00:00.000Z'],
  ]);
});

test('what is due on a day off is spoken of on the working day before, and again on the one after', () => {
  const at = planned({ actions: [{ ...action, due: '2028-01-08' }] }).map(([, moment]) => moment);
  assert.deepEqual(at, [
    '2028-01-04T08:00:00.000Z',
    '2028-01-07T08:00:00.000Z',
    '2028-01-10T08:00:00.000Z',
    '2028-01-17T08:00:00.000Z',
  ]);
});

test('nobody is reminded of what is done, declined, or without a day', () => {
  const none = [
    { ...action, open: false },
    { ...action, due: '' },
    { ...action, due: 'soon', horizon: 'High' },
    { ...action, due: '2028-02-30' },
  ];
  const policy = { ...defaultPolicy, horizons: [{ name: 'High', within: '30d' }] };
  assert.deepEqual(planned({ actions: none, policy }), []);
});

test('an action without a day is due at the end of its horizon', () => {
  const policy = { ...defaultPolicy, horizons: [{ name: 'High', within: '1mo' }] };
  const one = { ...action, due: '', horizon: 'high' };
  const dues = occasionsOf(subject({ actions: [one], policy, record: { incident: { date: '2028-01-31' } } }), follow);
  assert.deepEqual([...new Set(dues.map(({ due }) => due))], ['2028-02-29']);
});

test('a reminder that comes late tells how it stands by then', () => {
  const [first] = occasionsOf(subject({ actions: [action] }), follow);
  const told = (at: string) => first?.tell(Date.parse(at));
  const values = { action: 'a1', label: 'AI-001', text: 'Alert on the backlog', owner: '@ana', due: '2028-01-07' };
  assert.deepEqual(told('2028-01-04T08:00:00Z'), { kind: 'action.due', values: { ...values, days: 3 } });
  assert.deepEqual(told('2028-01-07T22:59:00Z'), { kind: 'action.due', values: { ...values, days: 0 } });
  assert.deepEqual(told('2028-01-07T23:00:00Z'), { kind: 'action.overdue', values: { ...values, days: 1 } });
});

const over = { at: '2028-01-03T10:00', precision: 'instant', zone: 'UTC', milestone: 'resolved' } as const;
const policy = { ...defaultPolicy, deadlines: { written: '48h', meeting: '7d' } };

test('the deadlines of the process are spoken of when half of the time is over, and at their end', () => {
  assert.deepEqual(planned({ milestones: [over], policy }), [
    ['deadline/written/2028-01-05T10:00:00.000Z/50%', '2028-01-04T10:00:00.000Z'],
    ['deadline/written/2028-01-05T10:00:00.000Z/over', '2028-01-05T10:00:00.000Z'],
    // Three and a half days later is a holiday, and the day after that a Friday.
    ['deadline/meeting/2028-01-10T10:00:00.000Z/50%', '2028-01-06T23:00:00.000Z'],
    ['deadline/meeting/2028-01-10T10:00:00.000Z/over', '2028-01-10T10:00:00.000Z'],
  ]);
});

test('a warning that quiet hours would carry beyond its deadline comes when it is due', () => {
  const weekend = { ...over, at: '2028-01-07T20:00' };
  const kept = planned({ milestones: [weekend], policy: { ...policy, deadlines: { written: '24h' } } });
  assert.deepEqual(
    kept.map(([, at]) => at),
    ['2028-01-08T08:00:00.000Z', '2028-01-09T23:00:00.000Z'],
  );
});

test('what is written and held, and a milestone that nobody confirmed, set no deadline', () => {
  const record = { document: { completedOn: '2028-01-04' }, meeting: { date: '2028-01-05' } };
  assert.deepEqual(planned({ milestones: [over], policy, record }), []);
  assert.deepEqual(planned({ milestones: [{ ...over, inferred: true }], policy }), []);
  const keys = planned({ milestones: [over], policy, written: true }).map(([key]) => key?.split('/')[1]);
  assert.deepEqual(keys, ['meeting', 'meeting']);
});

test('the lead is reminded of a review on working days, until it is held', () => {
  const milestones = [{ at: '2027-12-31T10:00:00Z', precision: 'instant' as const, milestone: 'resolved' as const }];
  const policy = { ...defaultPolicy, reviews: ['1w', '1mo'] };
  const reviews = (more: object[]) => planned({ milestones, policy, reviews: more as never }).map(([key]) => key);
  // A week later is a Friday, a month later the last day of January.
  assert.deepEqual(reviews([]), [
    'review/1w/2028-01-07/-3bd',
    'review/1w/2028-01-07/-0d',
    'review/1w/2028-01-07/+1bd',
    'review/1mo/2028-01-31/-3bd',
    'review/1mo/2028-01-31/-0d',
    'review/1mo/2028-01-31/+1bd',
  ]);
  const held = { rung: '1w', day: '2028-01-07', reason: null, held: true };
  const moved = { rung: '1mo', day: '2028-02-15', reason: 'Away', held: false };
  assert.deepEqual(reviews([held, moved]), [
    'review/1mo/2028-02-15/-3bd',
    'review/1mo/2028-02-15/-0d',
    'review/1mo/2028-02-15/+1bd',
  ]);
});
