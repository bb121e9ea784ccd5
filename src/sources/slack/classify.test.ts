import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from './classify.ts';

const milestone = (text: string) => {
  const found = classify(text);
  return found?.sure ? found.wording.milestone : undefined;
};

test('finds what a message states', () => {
  const stated: [string, string][] = [
    ['Seeing a lot of 5xx from the gateway', 'detected'],
    ['Customers are reporting timeouts on login, anyone aware?', 'detected'],
    ['Root cause: missing index on sessions', 'rootCauseIdentified'],
    ['Confirmed, logins work again', 'mitigated'],
    ['ack, on it', 'acknowledged'],
    ["I'm on it", 'acknowledged'],
    ['Declaring an incident, SEV1', 'declared'],
    ['We are investigating', 'investigationStarted'],
    ['Found it. The root cause is an expired certificate', 'rootCauseIdentified'],
    ['Rolling back to v41', 'mitigationStarted'],
    ['rollback complete', 'mitigated'],
    ['Error rate is back down', 'mitigated'],
    ['All clear, incident resolved', 'resolved'],
    ['Closing the incident', 'closed'],
  ];
  for (const [text, expected] of stated) assert.equal(milestone(text), expected, text);
});

test('takes no question, plan or denial for a milestone', () => {
  const unsure = [
    'Should we roll back?',
    'Is it resolved?',
    'not resolved yet',
    'once it is resolved we will write it up',
    "let's start rolling back if it gets worse",
    'the root cause is still unknown',
    'Could be the migration. Not resolved by the restart.',
    'We should add an alert for this',
    'what is the root cause: the index?',
    'the previous incident was resolved',
  ];
  for (const text of unsure) assert.equal(milestone(text), undefined, text);
});

test('a plan still is about the incident, small talk is not', () => {
  assert.ok(classify('Should we try rolling back?'));
  assert.equal(classify('lunch is here btw'), undefined);
  assert.equal(classify(''), undefined);
});

test('a sentence that states comes before one that plans', () => {
  assert.equal(milestone('Rolling back now. If that works it should be resolved soon.'), 'mitigationStarted');
});

test('takes linear time on hostile text', () => {
  const from = performance.now();
  for (const piece of ['seeing a ', 'is ', 'the ', '. ', 'clos', 'updated '])
    classify(piece.repeat(1_000_000 / piece.length));
  assert.ok(performance.now() - from < 2000);
});
