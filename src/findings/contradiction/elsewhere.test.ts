import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../../record/claim.ts';
import { accusations, at, codesOf } from '../check.fixture.ts';

const timeline = [
  at('2024-06-11T20:05', 'Ticket machines go blank', 'impactStarted'),
  at('2024-06-11T20:20', 'Station staff call', 'detected'),
  at('2024-06-11T21:00', 'Machines sell again', 'resolved'),
];

const said = (text: string, hours: number, events = timeline): string[] => {
  const claim: Claim = { figure: 'downtime', text, unit: 'seconds', value: hours * 3600, origin: 'prose', line: 3 };
  const source = `# Blank ticket machines (TM-88)\n\n${text}\n`;
  return accusations(codesOf({ incident: { title: 'TM-88' }, timeline: events, claims: [claim] }, { source }));
};

test('a sentence about another incident says nothing about this one', () => {
  assert.deepEqual(said('The 2022 outage of the machines lasted 9 hours.', 9), []);
  assert.deepEqual(said('TM-61, an outage of 9 hours, had the same cause.', 9), []);
  assert.deepEqual(said('The last outage had been on the 3rd of February, for 9 hours.', 9), []);
  assert.deepEqual(said('On Feb 3 there was an outage of 9 hours.', 9), []);
  assert.deepEqual(said('In spring there was one such outage of 9 hours.', 9), []);
});

test('a sentence that names this incident by its own year, day or ticket is held to it', () => {
  assert.deepEqual(said('The outage of TM-88 lasted 9 hours.', 9), ['contradiction.downtime']);
  assert.deepEqual(said('On 11 June 2024 the outage lasted 9 hours.', 9), ['contradiction.downtime']);
});
