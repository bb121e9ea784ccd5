import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { at, codesOf, findingsOf } from './check.fixture.ts';

const family = (prefix: string, record: PostmortemRecord, rest = {}) =>
  codesOf(record, rest).filter((code) => code.startsWith(prefix));
const whole = { owner: '@db', due: '2025-12-26', verification: 'load test passes' };
const policy = {
  ...defaultPolicy,
  horizons: [{ name: 'Critical', within: '7d' }, { name: 'Medium', within: '90d' }, { name: 'Long-term' }],
  deadlines: { written: '48h', meeting: '7d' },
};
const incident = { date: '2025-12-19' };

test('a due date one day past its 90 days is outside, the last day is inside', () => {
  const due = (day: string, horizon: string) =>
    findingsOf(
      { incident, actions: [{ ...whole, id: 'AI-011', text: 'Enhance staging', due: day, horizon }] },
      { policy },
    ).filter(({ code }) => code === 'action.due-outside-horizon');
  assert.match(
    due('2026-03-20', 'Medium')[0]?.message ?? '',
    /AI-011 is due 2026-03-20.*90d from 2025-12-19.*ends on 2026-03-19/,
  );
  assert.deepEqual(due('2026-03-19', 'medium'), []);
  assert.deepEqual(due('2027-09-30', 'Long-term'), []);
  assert.equal(due('2025-12-28', 'Must complete within 7 days').length, 1);
  assert.deepEqual(due('next week', 'Critical'), []);
});

test('actions without owner, due date or verification; done ones are left alone', () => {
  const actions = [
    { text: 'Add the missing index' },
    { ...whole, text: 'Add the runbook' },
    { text: 'Old', done: true },
  ];
  assert.deepEqual(family('action.', { actions }).toSorted(), [
    'action.no-due',
    'action.no-owner',
    'action.no-verification',
  ]);
  assert.deepEqual(family('action.', { actions: [{ text: 'Ask @bob for a drill by 2026-01-01' }] }), []);
  assert.deepEqual(family('action.no-owner', { actions: [{ ...whole, text: 'x y z', owner: 'TBD' }] }), [
    'action.no-owner',
  ]);
});

test('a list made without owners is one finding, not one per action', () => {
  const actions = Array.from({ length: 12 }, (_, index) => ({ text: `Replace part ${index}`, due: '2026-01-01' }));
  const [finding, ...others] = findingsOf({ actions }).filter(({ code }) => code === 'action.no-owner');
  assert.match(finding?.message ?? '', /12 of 12 actions have no owner/);
  assert.equal(finding?.cites.length, 12);
  assert.deepEqual(others, []);
});

test('vague actions', () => {
  const vague = (text: string) => family('action.vague', { actions: [{ ...whole, text }] });
  for (const text of ['Be more careful', 'Improve monitoring', 'Look into the logs', 'Better communication.'])
    assert.deepEqual(vague(text), ['action.vague'], text);
  for (const text of [
    'Improve monitoring of queue depth with an alert at 10k',
    'Add index',
    'Document the failover steps',
  ])
    assert.deepEqual(vague(text), [], text);
});

test('deadlines of the process and of actions', () => {
  const timeline = [at('2025-12-19T14:23', 'Alert', 'detected'), at('2025-12-19T16:00', 'Resolved', 'resolved')];
  const late: PostmortemRecord = { timeline, document: { completedOn: '2025-12-29' }, meeting: { date: '2025-12-22' } };
  assert.deepEqual(family('deadline.', late, { policy }), ['deadline.missed']);
  assert.deepEqual(family('deadline.', { ...late, document: { completedOn: '2025-12-21' } }, { policy }), []);
  const actions = [{ ...whole, text: 'Add index', status: 'open' }];
  assert.deepEqual(family('deadline.', { actions }, { now: '2026-01-02T00:00Z' }), ['deadline.missed']);
  assert.deepEqual(family('deadline.', { actions }, { now: '2025-12-26T12:00Z' }), []);
  assert.deepEqual(family('deadline.', { actions }), []);
});

test('answers of the closing questions against the document', () => {
  const timeline = [at('2025-12-19T16:00', 'Resolved', 'resolved')];
  const answers: PostmortemRecord = {
    timeline,
    processCheck: { within48Hours: 'Yes' },
    document: { completedOn: '2025-12-29' },
  };
  assert.deepEqual(family('culture.', answers), ['culture.disagrees']);
  assert.deepEqual(family('culture.', { ...answers, processCheck: { within48Hours: 'No' } }), []);
  assert.deepEqual(family('culture.', { ...answers, processCheck: { within48Hours: 'Yes/No' } }), []);
  const blamed = { culture: { blameless: 'Yes' }, summary: { text: 'The engineer forgot to check.' } };
  assert.deepEqual(family('culture.', blamed), ['culture.disagrees']);
});

test('damaged text names its kind', () => {
  const [finding] = findingsOf({}, { encoding: { damaged: true, kind: 'mac-roman' } }).filter(
    ({ code }) => code === 'encoding.damaged',
  );
  assert.match(finding?.message ?? '', /Mac Roman/);
});

test('missing parts: the five of every post-mortem, or those of the template', () => {
  assert.equal(family('missing.part', {}).length, 5);
  const full: PostmortemRecord = {
    summary: { text: 'x', impact: 'y', rootCause: 'z' },
    timeline: [at('2025-12-19T16:00', 'x')],
    improvements: [{ text: 'x' }],
  };
  assert.deepEqual(family('missing.part', full), []);
  const strict = { policy: { ...defaultPolicy, required: ['document.owner', 'actions.owner'] } };
  assert.equal(family('missing.part', { actions: [{ text: 'x' }] }, strict).length, 2);
  assert.deepEqual(family('missing.part', { document: { owner: 'a' }, actions: [{ owner: 'b' }] }, strict), []);
});

test('milestones that figures need', () => {
  const timeline = [at('2025-12-19T14:23', 'Alert', 'detected'), at('2025-12-19T16:00', 'Resolved', 'resolved')];
  assert.deepEqual(family('missing.milestone', { timeline }), ['missing.milestone']);
  assert.deepEqual(
    family('missing.milestone', { timeline: [at('2025-12-19T14:20', 'x', 'impactStarted'), ...timeline] }),
    [],
  );
});
