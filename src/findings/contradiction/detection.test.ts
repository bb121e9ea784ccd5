import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../../record/claim.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { accusations, at, codesOf } from '../check.fixture.ts';

const start = { ...at('2024-10-14T06:10', 'Bookings fail for all hotels', 'impactStarted'), inferred: true };
const timeline: TimelineEvent[] = [
  at('2024-10-14T06:02', 'New rate table goes live'),
  start,
  at('2024-10-14T06:50', 'Night porter calls the hotline'),
  at('2024-10-14T06:58', 'Bo is told'),
  at('2024-10-14T08:05', 'Bookings work again'),
];

const told = (text: string, minutes: number, more: Partial<Claim> = {}, events = timeline, section = 'Summary') => {
  const source = `# Bookings\n\n## ${section}\n\n${text}\n`;
  const claim = { figure: 'timeToDetect', text, unit: 'seconds' as const, value: minutes * 60, line: 5 };
  return accusations(codesOf({ timeline: events, claims: [{ ...claim, origin: 'prose', ...more }] }, { source }));
};
const within = { qualifier: 'at most' };

test('"noticed within" is exceeded when no entry that may be the start is that close to a notice', () => {
  assert.deepEqual(told('We noticed within ten minutes.', 10, within), ['contradiction.time-to-detect']);
  assert.deepEqual(told('We noticed within an hour.', 60, within), []);
  assert.deepEqual(told('It took us 6 minutes to notice.', 6), ['contradiction.time-to-detect']);
  assert.deepEqual(told('It took us 40 minutes to notice.', 40), []);
});

test('a wish, a proposal, and a count from something else than the outage say nothing', () => {
  assert.deepEqual(told('We should notice within ten minutes.', 10, within), []);
  assert.deepEqual(told('Noticing within ten minutes.', 10, within, timeline, 'Action items'), []);
  assert.deepEqual(told('We noticed within ten minutes of the first call.', 10, within), []);
});

test('only the clause of the notice counts, and a field for the figure speaks first', () => {
  assert.deepEqual(told('We noticed within ten minutes, and then met a second problem.', 10, within), [
    'contradiction.time-to-detect',
  ]);
  const field: Claim = {
    figure: 'timeToDetect',
    text: '40 minutes',
    unit: 'seconds',
    value: 2400,
    origin: 'table',
    line: 5,
  };
  const text = 'Guests noticed within 90 hours.';
  const spoken: Claim = { ...field, text, value: 324_000, origin: 'prose' };
  assert.deepEqual(accusations(codesOf({ timeline, claims: [field, spoken] }, { source: '# B\n' })), []);
});

test('without an entry of the failure before the first notice nothing is said', () => {
  assert.deepEqual(told('We noticed within ten minutes.', 10, within, timeline.slice(2)), []);
});

test('start and notice in one minute, and a later failure with its own notice, explain a short time', () => {
  const same = [start, at('2024-10-14T06:10', 'Alarm: bookings'), ...timeline.slice(3)];
  assert.deepEqual(told('We noticed within a minute.', 1, within, same), []);
  const later = [
    ...timeline.slice(0, 3),
    at('2024-10-14T07:20', 'Bookings fail once more'),
    at('2024-10-14T07:24', 'Alarm'),
  ];
  assert.deepEqual(told('We noticed within five minutes.', 5, within, later), []);
});

test('a field is held to free text where only the declaration is named', () => {
  const declared = [...timeline, at('2024-10-14T07:10', 'Incident declared', 'declared')];
  const named = declared.map((event) =>
    event === start ? at(start.at ?? '', 'Bookings fail', 'impactStarted') : event,
  );
  assert.deepEqual(told('20 minutes', 20, { origin: 'table' }, named), ['contradiction.time-to-detect']);
  assert.deepEqual(told('40 minutes', 40, { origin: 'table' }, named), []);
});

test('days of history in a table of their own stand in the way of long claims only', () => {
  const day = (date: string): TimelineEvent => ({ at: date, written: date, precision: 'day', text: '18 rooms' });
  const history = [...timeline, day('2024-10-11'), day('2024-10-12')];
  assert.deepEqual(told('We noticed within ten minutes.', 10, within, history), ['contradiction.time-to-detect']);
  assert.deepEqual(told('We noticed within ten minutes.', 10, within, [...timeline, day('2024-10-14')]), []);
});
