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

test('two times in one entry are possible ends, and several such entries together a possible total', () => {
  const range = (from: string, to: string, text: string) => ({
    ...at(`2024-03-05T${from}`, text),
    until: `2024-03-05T${to}`,
    precision: 'range' as const,
  });
  const open = range('08:00', '15:00', 'Telephones staffed');
  const text = 'Baskets were unavailable for 25 minutes.';
  const spoken = (value: number) => [claim('downtime', text, { origin: 'prose', value: value * 60 })];
  assert.deepEqual(told(spoken(25), [...timeline, open]), ['contradiction.downtime']);
  assert.deepEqual(told(spoken(41), [...timeline, open]), []);
  const parts = [range('08:10', '08:21', 'Part 1'), range('09:00', '09:14', 'Part 2')];
  assert.deepEqual(told(spoken(25), [...timeline, ...parts]), []);
});

test('a length since it began is held against the start, and the summary of a status page against all', () => {
  const steps = [
    at('2024-03-05T08:10', 'Baskets fail to load', 'impactStarted'),
    at('2024-03-05T08:41', 'Alert: error rate of the basket service'),
    at('2024-03-05T08:50', 'Nodes compared'),
    { ...at('2024-03-05T09:50', 'Baskets were back, 25 minutes after it had begun.'), line: 5 },
  ];
  const since = claim('timeToRepair', 'Baskets were back, 25 minutes after it had begun.', { origin: 'prose' });
  assert.deepEqual(told([{ ...since, value: 1500 }], steps), ['contradiction.time-to-repair']);
  assert.deepEqual(told([{ ...since, value: 6000 }], steps), []);
  const words = 'Baskets were down for a total of 25 minutes.';
  const page = [...timeline, { ...at('2024-03-06T09:00', `Post-incident summary: ${words}`), line: 5 }];
  assert.deepEqual(told([claim('downtime', words, { origin: 'prose', value: 1500 })], page), [
    'contradiction.downtime',
  ]);
});
