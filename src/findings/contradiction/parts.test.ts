import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../../record/claim.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { accusations, at, codesOf } from '../check.fixture.ts';

const named = [
  at('2024-08-20T15:00', 'Tills cannot take cards', 'impactStarted'),
  at('2024-08-20T15:04', 'Shops call'),
  at('2024-08-20T16:10', 'The bank says it sees no traffic'),
  at('2024-08-20T17:20', 'Route put back'),
  at('2024-08-20T18:05', 'Cards work in all shops', 'resolved'),
];

const said = (text: string, minutes: number, events: TimelineEvent[], more: Partial<Claim> = {}) => {
  const source = `# Cards\n\n## Summary\n\n${text}\n`;
  const claim = {
    figure: 'downtime',
    text,
    unit: 'seconds' as const,
    value: minutes * 60,
    line: 5,
    origin: 'prose' as const,
  };
  return accusations(codesOf({ timeline: events, claims: [{ ...claim, ...more }] }, { source }));
};

test('a title or a sentence of the summary may mean a part that entries mark, and no other', () => {
  const title = (minutes: number) => said('Outage of the tills', minutes, named, { origin: 'title', line: 1 });
  assert.deepEqual(title(60), ['contradiction.downtime']);
  assert.deepEqual(title(140), []);
  assert.deepEqual(said('Tills were down for 60 minutes.', 60, named), ['contradiction.downtime']);
  assert.deepEqual(said('Some tills were down for 60 minutes.', 60, named), []);
  assert.deepEqual(said('Tills were down for 60 minutes.', 60, [...named.slice(0, 1), ...named.slice(-1)]), []);
});

test('the sum of several outages is held to the word "overall"', () => {
  const outage = (day: string, from: string, to: string) => [
    at(`2024-08-${day}T${from}`, 'down', 'impactStarted'),
    at(`2024-08-${day}T${to}`, 'up', 'mitigated'),
  ];
  const three = [
    ...outage('01', '11:00', '11:40'),
    ...outage('02', '11:00', '12:10'),
    ...outage('03', '09:00', '09:50'),
  ];
  assert.deepEqual(said('Overall the tills were down for 3 h 40 min.', 220, three), ['contradiction.downtime']);
  assert.deepEqual(said('Overall the tills were down for 2 h 40 min.', 160, three), []);
  assert.deepEqual(said('On the worst day the tills were down for 70 minutes.', 70, three), []);
});

test('the last entry but one ends nothing where the last says that the service works', () => {
  const free = named.map((event) => at(event.at ?? '', event.text ?? ''));
  const before = free.with(3, at('2024-08-20T17:20', 'Firm asked to look at routes'));
  assert.deepEqual(said('In total 140 minutes.', 140, before, { figure: 'duration' }), ['contradiction.duration']);
  const shut = before.with(4, at('2024-08-20T18:05', 'Ticket closed'));
  assert.deepEqual(said('In total 140 minutes.', 140, shut, { figure: 'duration' }), []);
});

test('what the incident affected for so long is the whole, a median of users is not', () => {
  const free = named.map((event) => at(event.at ?? '', event.text ?? ''));
  const text = 'This incident affected shops in the north for 60 minutes.';
  assert.deepEqual(said(text, 60, free, { line: 9 }), ['contradiction.downtime']);
  assert.deepEqual(said('This incident affected some shops for 60 minutes.', 60, free, { line: 9 }), []);
  assert.deepEqual(said('Median interruption of a shop: 60 minutes', 60, free, { origin: 'label' }), []);
});

test('a field for a part of the field above it, and the hours of a month, are no second value', () => {
  const field = (text: string, minutes: number, line: number): Claim => ({
    figure: 'duration',
    text,
    unit: 'seconds',
    value: minutes * 60,
    origin: 'label',
    line,
  });
  const source = '# Tills\n\n- Duration: 134 minutes\n- of which no sale at all: 21 minutes\n- Duration: 21 minutes\n';
  const two = (line: number) => [field('134 minutes', 134, 3), field('21 minutes', 21, line)];
  assert.deepEqual(accusations(codesOf({ claims: two(4) }, { source })), []);
  assert.deepEqual(accusations(codesOf({ claims: two(5) }, { source })), ['contradiction.claims']);
  assert.deepEqual(said('March had 744 hours in total.', 744 * 60, named), []);
});
