import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { speaksOfAnother } from './claims-other.ts';
import { readGeneral } from './index.ts';

const own = { days: new Set(['2024-03-12']), year: 2024, ids: new Set(['LIFT-31', 'HR-2024-007']) };

test('lengths of another incident are told apart by its words, id, day or month', () => {
  for (const sentence of [
    'In January we had a different outage, of 94 minutes.',
    'The 2023 outage of the same lift (19 h) had another cause.',
    'The last outage of this lift had been for about 25 minutes.',
    'The pump was down for unrelated reasons (3 hours).',
    'HR-2021-012, an 11 hour outage in the same hall, had the same advice.',
    'One such case (LIFT-12, 38 min) is known.',
    'Slow doors on 2 February (40 minutes) had another reason.',
    'The outage of June took 184 minutes.',
    'In our November outage the doors were shut for 5 hours.',
    'One earlier incident with the same pump is known (duration 1 hour).',
    'Year to date: 3 h 05 min downtime.',
  ])
    assert.equal(speaksOfAnother(sentence, own), true, sentence);
});

test('this incident, its own id and day, and slips of month or year stay its own', () => {
  for (const sentence of [
    'LIFT-31 was an outage of 94 minutes.',
    'On 12 March the lift stood for 94 minutes.',
    'On 12 April 2024 the lift stood for 94 minutes.',
    'On 12 March 2023 the lift stood for 94 minutes.',
    'This outage of 94 minutes was longer than the previous outage.',
    'The lift stood for 94 minutes in March.',
  ])
    assert.equal(speaksOfAnother(sentence, own), false, sentence);
});

test('a document claims the length of its own incident only', () => {
  const source = `# Lift outage, 12 March 2024

The lift stood still for 94 minutes. In May 2023 it was down for 3 hours.

On 2 February 2024 it was unavailable for 20 minutes.
`;
  const { claims = [] } = readGeneral(parseMarkdown(source)).record;
  assert.deepEqual(
    claims.map(({ value }) => value),
    [94 * 60],
  );
});

test('what was introduced in another month is no other incident', () => {
  const own = { days: new Set(['2024-02-29']), year: 2024, ids: new Set<string>() };
  assert.ok(!speaksOfAnother('Thanks to the lamp introduced last autumn we knew within five minutes.', own));
  assert.ok(speaksOfAnother('Last autumn we knew within five minutes.', own));
});
