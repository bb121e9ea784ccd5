import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../../record/claim.ts';
import { readDuration } from '../../values/duration.ts';
import { accusations, at, codesOf, findingsOf } from '../check.fixture.ts';

/** A stated duration, in the form the readers give. */
const claim = (figure: string, text: string, more: Partial<Claim> = {}): Claim => {
  const value = readDuration(text)?.seconds;
  return {
    figure,
    text,
    unit: 'seconds',
    origin: 'label',
    line: 9,
    ...(value === undefined ? {} : { value }),
    ...more,
  };
};

const listed = [
  at('2021-07-12T15:44', 'First detected', 'detected'),
  at('2021-07-12T15:51', 'Repaired', 'mitigated'),
  at('2021-07-12T16:09', 'Incident declared', 'declared'),
  at('2021-07-13T11:49', 'Resolved', 'resolved'),
];

const told = (claims: Claim[], timeline = listed, extra = {}) => accusations(codesOf({ timeline, claims, ...extra }));

test('a claim that fits any sensible pair of named moments is left alone', () => {
  assert.deepEqual(told([claim('timeToRepair', '0h 07m'), claim('timeToResolve', '20h 05m')]), []);
  assert.deepEqual(told([claim('timeToResolve', '19h 40m')]), []);
  assert.deepEqual(told([claim('timeToResolve', '20h 04m')]), []);
});

test('a claim that fits no pair is a contradiction that shows both values and both moments', () => {
  const [finding] = findingsOf({ timeline: listed, claims: [claim('timeToResolve', '20h 03m')] });
  assert.equal(finding?.code, 'contradiction.time-to-resolve');
  assert.equal(finding?.severity, 'error');
  assert.equal(finding?.line, 9);
  assert.match(finding?.message ?? '', /"20h 03m".*2021-07-12 15:44.*2021-07-13 11:49.*20h 5m/);
  assert.deepEqual(finding?.cites, ['claims[0]', 'timeline[0]', 'timeline[3]']);
});

test('"about" widens to 15 %, "at least" and "at most" bound one side only', () => {
  assert.deepEqual(told([claim('timeToResolve', '18 hours', { approximate: true })]), []);
  assert.deepEqual(told([claim('timeToResolve', '12 hours', { approximate: true })]), [
    'contradiction.time-to-resolve',
  ]);
  assert.deepEqual(told([claim('timeToResolve', '2h', { qualifier: 'at least' })]), []);
  assert.deepEqual(told([claim('timeToResolve', '3 minutes', { qualifier: 'at most' })]), [
    'contradiction.time-to-resolve',
  ]);
});

test('a plan, an unknown scope and a claim without a number are never compared', () => {
  assert.deepEqual(told([claim('duration', '1 hour', { qualifier: 'planned' })]), []);
  assert.deepEqual(told([claim('duration', '1 hour', { qualifier: 'for European customers' })]), []);
  assert.deepEqual(told([claim('duration', '?')]), []);
});

test('stated support hours are computed, with and without weekends when the text does not say', () => {
  const timeline = [
    at('2020-08-07T15:51', 'First detected', 'detected'),
    at('2020-08-07T16:29', 'Repaired', 'mitigated'),
    at('2020-08-14T10:06', 'Resolved', 'resolved'),
  ];
  const hours = (text: string, qualifier: string) => told([claim('timeToResolve', text, { qualifier })], timeline);
  assert.deepEqual(hours('29h 15m', 'during support hours 10:00-17:00 M-F'), []);
  assert.deepEqual(hours('33h 15m', 'during support hours 10:00-17:00 M-F'), ['contradiction.time-to-resolve']);
  assert.deepEqual(hours('43h 15m', 'during support hours 10:00-17:00'), []);
  assert.deepEqual(hours('29h 15m', 'support hours 10am to 5pm, weekdays'), []);
});

test('downtime may be shorter than the incident, not longer', () => {
  assert.deepEqual(told([claim('downtime', '2h')]), []);
  assert.deepEqual(told([claim('downtime', '40h 10m')]), ['contradiction.downtime']);
});

test('without the own end of a figure any two entries may explain it', () => {
  const timeline = [
    at('2021-01-01T10:00', 'Detected', 'detected'),
    at('2021-01-01T10:30', 'Traffic shifted'),
    at('2021-01-01T12:00', 'Resolved', 'resolved'),
  ];
  assert.deepEqual(told([claim('timeToMitigate', '30m')], timeline), []);
  assert.deepEqual(told([claim('timeToMitigate', '47m')], timeline), ['contradiction.time-to-mitigate']);
});

test('whole hours and loose words in prose are rounded values', () => {
  const timeline = [
    at('2021-01-01T10:00', 'Outage begins', 'impactStarted'),
    at('2021-01-01T12:08', 'Resolved', 'resolved'),
  ];
  assert.deepEqual(told([claim('duration', '2 hours')], timeline), []);
  assert.deepEqual(told([claim('duration', '2h 00m')], timeline), ['contradiction.duration']);
  assert.deepEqual(told([claim('duration', '130 minutes', { origin: 'prose' })], timeline), []);
});

const free = [
  {
    ...at('2022-01-27T11:00', 'Traffic begins to drop', 'impactStarted'),
    inferred: true,
    inferredFrom: 'wording' as const,
  },
  { ...at('2022-01-27T14:35', 'Members notice', 'detected'), inferred: true, inferredFrom: 'wording' as const },
  {
    ...at('2022-01-27T18:00', 'Traffic returns to normal', 'resolved'),
    inferred: true,
    inferredFrom: 'wording' as const,
  },
];

test('a timeline in free words contradicts only when no two of its few entries explain the claim', () => {
  const text = 'This effect lasted approximately nine hours.';
  const nine = claim('duration', '9 hours', { approximate: true, origin: 'prose', text });
  assert.deepEqual(told([nine], free), ['contradiction.duration']);
  assert.deepEqual(told([claim('duration', '7 hours', { approximate: true })], free), []);
  const more = Array.from({ length: 4 }, (_, index) => at(`2022-01-27T19:0${index}`, 'Later'));
  assert.deepEqual(told([nine], [...free, ...more]), []);
  assert.deepEqual(told([nine], free.slice(0, 2)), []);
});

test('title against text, and two fields for one figure, disagree', () => {
  const title = claim('duration', '30min', { origin: 'title', line: 1 });
  const text = claim('downtime', '40min', { origin: 'prose', line: 6 });
  assert.deepEqual(told([title, text], []), ['contradiction.claims']);
  assert.deepEqual(told([title, claim('downtime', '30 minutes', { origin: 'prose' })], []), []);
  assert.deepEqual(told([claim('duration', '1h 10m'), claim('duration', '1h 40m')], []), ['contradiction.claims']);
  assert.deepEqual(told([claim('duration', '1h 10m'), claim('downtime', '0h 40m')], []), []);
});

test('two sentences disagree only when both are about the whole incident', () => {
  const source =
    'It was unusable for about 1h50m.\nThere was about 1hr of total downtime.\nEU was down for 10 minutes.';
  const prose = (text: string, line: number) => claim('downtime', text, { origin: 'prose', line, approximate: true });
  const codes = (claims: Claim[]) => accusations(codesOf({ claims }, { source }));
  assert.deepEqual(codes([prose('1h50m', 1), prose('1hr', 2)]), ['contradiction.claims']);
  assert.deepEqual(codes([prose('1h50m', 1), prose('10 minutes', 3)]), []);
  assert.deepEqual(codes([prose('1h50m', 1), prose('1hr', 2), prose('10 minutes', 3)]), []);
});

test('a sentence about one service may be shorter than the incident, and other lengths are not compared', () => {
  const timeline = [
    at('2021-01-01T10:00', 'Outage begins', 'impactStarted'),
    at('2021-01-01T12:08', 'Resolved', 'resolved'),
  ];
  const prose = (text: string, value: number) =>
    told([claim('duration', '', { origin: 'prose', text, value })], timeline);
  assert.deepEqual(prose('The plugin site was down for five minutes.', 300), []);
  assert.deepEqual(prose('The plugin site was down for five hours.', 18_000), ['contradiction.duration']);
  assert.deepEqual(prose('The outage lasted five minutes.', 300), ['contradiction.duration']);
  assert.deepEqual(prose('We watched it for the 24 hours after that.', 86_400), []);
});

test('several outages together may explain a claim', () => {
  const timeline = [
    at('2024-02-02T09:12', 'down', 'impactStarted'),
    at('2024-02-02T09:40', 'restored', 'mitigated'),
    at('2024-02-02T11:05', 'down again', 'impactStarted'),
    at('2024-02-02T11:30', 'restored', 'mitigated'),
  ];
  assert.deepEqual(told([claim('duration', '53 minutes')], timeline), []);
  assert.deepEqual(told([claim('duration', '1h 53m')], timeline), ['contradiction.duration']);
});

test('a total that is longer than a whole timeline with both ends, however many entries it has', () => {
  const entry = (minute: number) => at(`2023-02-06T18:${String(minute).padStart(2, '0')}`, 'Ward phones');
  const guess = (time: string, milestone: 'detected' | 'mitigated') => ({
    ...at(time, 'x', milestone),
    inferred: true,
  });
  const inner = Array.from({ length: 9 }, (_, index) => entry(index));
  const timeline = [guess('2023-02-06T17:55', 'detected'), ...inner, guess('2023-02-07T08:50', 'mitigated')];
  const said = (text: string, value: number) => told([claim('downtime', text, { value, origin: 'prose' })], timeline);
  assert.deepEqual(said('The interface was down for 19 hours in total.', 68_400), ['contradiction.downtime']);
  assert.deepEqual(said('The interface was down for 14 hours in total.', 50_400), []);
  assert.deepEqual(said('The interface was down for 19 hours.', 68_400), []);
  assert.deepEqual(said('The night before it was down for 19 hours in total.', 68_400), []);
  assert.deepEqual(
    told([claim('downtime', 'down for 19 hours in total', { value: 68_400, origin: 'prose' })], inner),
    [],
  );
});

test('a field that counts in support hours is held against the hours the document states', () => {
  const timeline = [at('2022-09-29T16:30', 'Raised', 'declared'), at('2022-09-30T10:15', 'Resolved', 'resolved')];
  const document = (hours: string, value: string) =>
    accusations(
      codesOf(
        { timeline, claims: [claim('timeToResolve', value, { line: 3 })] },
        { source: `# T\n${hours}\n| Resolution time (support hours) | ${value} |\n` },
      ),
    );
  const hours = 'Support hours: Monday–Friday, 08:00–18:00 UK time.';
  assert.deepEqual(document(hours, '3 h 45 min'), []);
  assert.deepEqual(document(hours, '5 h 45 min'), ['contradiction.time-to-resolve']);
  assert.deepEqual(document('', '5 h 45 min'), []);
});

test('a sentence about what users met counts only where it is longer than all of the incident', () => {
  const said = (text: string, value: number) => told([claim('duration', text, { value, origin: 'prose' })]);
  assert.deepEqual(said('Search returned nothing for 30 hours.', 108_000), ['contradiction.duration']);
  assert.deepEqual(said('Search returned nothing for 3 hours.', 10_800), []);
  assert.deepEqual(said('We watched the graphs for 30 hours.', 108_000), []);
});

test('two fields whose names have nothing in common measure two things', () => {
  const claims = [claim('downtime', '1 h 40 min', { line: 1 }), claim('downtime', '2 h 58 min', { line: 2 })];
  const said = (one: string, two: string) =>
    accusations(codesOf({ claims }, { source: `- ${one} :: 1 h 40 min\n- ${two} :: 2 h 58 min\n` }));
  assert.deepEqual(said('Users kept from logging in', 'Replication stuck'), []);
  assert.deepEqual(said('Total downtime', 'Duration'), ['contradiction.claims']);
});
