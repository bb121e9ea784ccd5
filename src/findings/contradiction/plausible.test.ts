import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../../record/claim.ts';
import { readDuration } from '../../values/duration.ts';
import { accusations, at, codesOf, findingsOf } from '../check.fixture.ts';

const timeline = [
  at('2024-03-05T08:02', 'Cache nodes are patched'),
  at('2024-03-05T08:10', 'Baskets fail to load'),
  at('2024-03-05T08:41', 'Alert: error rate of the basket service'),
  at('2024-03-05T08:44', 'Ines joins the call'),
  at('2024-03-05T09:05', 'Nodes compared with each other'),
  at('2024-03-05T09:50', 'Old nodes put in, baskets load again'),
  at('2024-03-05T11:30', 'Dashboard written'),
];

const source = '# Empty baskets\n\n## Summary\n\nSEE CLAIM\n\n## Follow-up\n\nSEE CLAIM\n';

const claim = (figure: string, text: string, more: Partial<Claim> = {}): Claim => ({
  figure,
  text,
  unit: 'seconds',
  origin: 'label',
  line: 5,
  ...(more.value === undefined ? { value: readDuration(text)?.seconds ?? 0 } : {}),
  ...more,
});

const told = (claims: Claim[], events = timeline) => accusations(codesOf({ timeline: events, claims }, { source }));
const said = (text: string, minutes: number, line = 5, more: Partial<Claim> = {}) =>
  told([claim('downtime', text, { origin: 'prose', line, value: minutes * 60, ...more })]);

test('a stated length is held against starts and ends that the words allow, not against any two entries', () => {
  assert.deepEqual(told([claim('duration', '1h 40m')]), []);
  assert.deepEqual(told([claim('duration', '1h 09m')]), []);
  assert.deepEqual(told([claim('duration', '24 minutes')]), ['contradiction.duration']);
  assert.deepEqual(told([claim('duration', '5h 10m')]), ['contradiction.duration']);
});

test('detection runs from what came before the notice to the notice', () => {
  assert.deepEqual(told([claim('timeToDetect', '31 min')]), []);
  assert.deepEqual(told([claim('timeToDetect', '39 min')]), []);
  assert.deepEqual(told([claim('timeToDetect', '4 min')]), ['contradiction.time-to-detect']);
});

test('a sentence counts where documents sum up, and not when it names a part', () => {
  assert.deepEqual(said('Baskets were unavailable for 25 minutes.', 25), ['contradiction.downtime']);
  assert.deepEqual(said('Baskets were unavailable for 1 hour and 40 minutes.', 100), []);
  assert.deepEqual(said('Some baskets were unavailable for 25 minutes.', 25), []);
  assert.deepEqual(said('Baskets were unavailable for 25 minutes.', 25, 9), []);
  assert.deepEqual(said('Baskets were unavailable for about 90 minutes.', 90, 5, { approximate: true }), []);
});

test('without a word for a start or an end nothing is said', () => {
  const dull = ['One', 'Two', 'Three', 'Four'].map((text, index) => at(`2024-03-05T1${index}:00`, text));
  assert.deepEqual(told([claim('duration', '17 minutes')], dull), []);
});

test('the message names the pair that comes closest', () => {
  const [found] = findingsOf({ timeline, claims: [claim('duration', '4h 30m')] }, { source });
  assert.equal(found?.severity, 'warning');
  assert.match(found?.message ?? '', /"4h 30m".*08:02.*11:30.*3h 28m/);
});

test('a value that the table calls agreed is a target', () => {
  const table = '# T\n\n| | Agreed | Reached |\n|---|---|---|\n| Restoration | 4 h | yes |\n';
  const agreed = claim('timeToResolve', '4 h', { origin: 'table' });
  assert.deepEqual(accusations(codesOf({ timeline, claims: [agreed] }, { source: table })), []);
});

test('where the end of the impact is named, a step on the way ends nothing', () => {
  const guessed = (event: (typeof timeline)[number], milestone: 'impactStarted' | 'mitigated') => ({
    ...event,
    milestone,
    inferred: true,
    inferredFrom: 'wording' as const,
  });
  const steps = [
    at('2024-03-05T08:10', 'Baskets fail to load'),
    at('2024-03-05T08:41', 'Alert: error rate of the basket service'),
    at('2024-03-05T09:05', 'Rollback of the patch done, no change'),
    at('2024-03-05T09:50', 'Old nodes put in, baskets load again'),
    at('2024-03-05T11:30', 'Dashboard written'),
  ];
  assert.deepEqual(said('Baskets were unavailable for 55 minutes.', 55, 5), ['contradiction.downtime']);
  const text = 'Baskets were unavailable for 25 minutes.';
  const spoken = [claim('downtime', text, { origin: 'prose', value: 1500 })];
  assert.deepEqual(told(spoken, steps), []);
  const [first, alert, step, last, after] = steps;
  if (!first || !alert || !step || !last || !after) return;
  const named = [guessed(first, 'impactStarted'), alert, step, guessed(last, 'mitigated'), after];
  assert.deepEqual(told(spoken, named), ['contradiction.downtime']);
});

test('an end that only a stated length suggests leaves other recoveries open', () => {
  const late = { ...at('2024-03-05T10:30', 'Shift ends'), milestone: 'mitigated' as const };
  const steps = [
    at('2024-03-05T08:10', 'Baskets fail to load'),
    at('2024-03-05T08:41', 'Alert: error rate of the basket service'),
    at('2024-03-05T09:05', 'Baskets load again'),
  ];
  const after = at('2024-03-05T11:30', 'Dashboard written');
  const spoken = [claim('downtime', 'Baskets were unavailable for 55 minutes.', { origin: 'prose', value: 3300 })];
  assert.deepEqual(told(spoken, [...steps, { ...late, inferred: true, inferredFrom: 'claim' }, after]), []);
  assert.deepEqual(told(spoken, [...steps, { ...late, inferred: true, inferredFrom: 'wording' }, after]), [
    'contradiction.downtime',
  ]);
});

test('an entry to the minute is the notice, also where the words of the start sound like one', () => {
  const steps = [
    at('2024-03-05T08:10', 'Letters go out, 200 messages a minute', 'impactStarted'),
    at('2024-03-05T08:19', 'A reader of the first letter walks in'),
    at('2024-03-05T08:40', 'Queue held, provider asked'),
    at('2024-03-05T09:05', 'Queue empty'),
  ];
  assert.deepEqual(told([claim('timeToDetect', '9 min')], steps), []);
});
