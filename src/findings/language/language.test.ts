import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import type { PostmortemRecord } from '../../record/record.ts';
import { codesOf, findingsOf } from '../check.fixture.ts';

const people: PostmortemRecord = {
  roles: [{ role: 'Incident Commander', name: 'Anna Berg' }],
  incident: { services: 'Kafka, Mercury' },
  systems: [{ name: 'Mercury' }],
  attendees: [{ name: 'Mercury' }],
};

const lines = (name: string): string[] =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const language = (text: string): string[] =>
  codesOf({ ...people, summary: { text } }).filter((code) => code.startsWith('language.'));

const blameful = lines('blameful');
const counterfactual = lines('counterfactual');
const innocent = lines('innocent');

test('every blaming sentence is found', () => {
  assert.ok(blameful.length >= 40);
  assert.deepEqual(
    blameful.filter((text) => !language(text).includes('language.blame')),
    [],
  );
});

test('every counterfactual sentence is found, and not called blame', () => {
  assert.ok(counterfactual.length >= 20);
  assert.deepEqual(
    counterfactual.filter((text) => language(text).join() !== 'language.counterfactual'),
    [],
  );
});

test('no innocent sentence is accused', () => {
  assert.ok(innocent.length >= 60);
  assert.deepEqual(
    innocent.filter((text) => language(text).length > 0),
    [],
  );
});

test('a finding names the sentence, not the paragraph, and offers a rewrite without the person', () => {
  const text = 'The deploy ran at noon. @sam forgot to renew the certificate, and it expired. Users saw errors.';
  const [finding] = findingsOf({ summary: { text } }).filter(({ code }) => code === 'language.blame');
  assert.match(finding?.message ?? '', /"@sam forgot to renew the certificate/);
  assert.doesNotMatch(finding?.message ?? '', /noon|Users/);
  assert.equal(
    finding?.suggestion,
    'Nothing in the process made sure to renew the certificate. What would have, and why was it not there?',
  );
});

test('a counterfactual is turned into what happened', () => {
  const [finding] = findingsOf({ wentWrong: [{ text: 'The deploy should have been blocked by CI.' }] }).filter(
    ({ code }) => code === 'language.counterfactual',
  );
  assert.equal(finding?.suggestion, 'The deploy had not been blocked by CI, because …');
  assert.equal(finding?.path, 'wentWrong[0].text');
});

test('proposals may say what should be', () => {
  assert.deepEqual(
    codesOf({
      actions: [{ text: 'Deploys should have been blocked; block them', owner: '@a', due: '2026-01-01' }],
    }).filter((code) => code.startsWith('language.')),
    [],
  );
});

test('a hostile line of two million letters is checked within a second', () => {
  const start = performance.now();
  for (const unit of ['we ', 'should have ', 'the team ', 'a'.repeat(40), '- x\n', '"', 'had we '])
    language(unit.repeat(Math.ceil(2_000_000 / unit.length)));
  assert.ok(performance.now() - start < 7000);
});
