import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostmortemRecord } from '../../record/record.ts';
import { codesOf } from '../check.fixture.ts';

const causes = (record: PostmortemRecord) => codesOf(record).filter((code) => /^(?:root-cause|whys)\./.test(code));

test('a root cause that repeats the title is none', () => {
  const record = (primary: string): PostmortemRecord => ({
    incident: { title: 'Checkout API was down' },
    rootCause: { primary },
  });
  assert.deepEqual(causes(record('The checkout API was down.')), ['root-cause.restates-symptom']);
  assert.deepEqual(causes(record('The checkout API was down because its certificate had expired.')), []);
  assert.deepEqual(causes(record('A missing index made every query scan the table.')), []);
});

const chain = (...pairs: [string, string][]): PostmortemRecord => ({
  whys: pairs.map(([question, answer]) => ({ question, answer })),
});

test('whys that take up the answer before them follow', () => {
  const good = chain(
    ['Why did checkout fail?', 'Database queries timed out.'],
    ['Why did the queries time out?', 'An index was missing.'],
    ['Why was that?', 'The deployment checklist has no step for indexes.'],
  );
  assert.deepEqual(causes(good), []);
});

test('a why about something else does not follow, unless it branches', () => {
  const loose = chain(
    ['Why did checkout fail?', 'Database queries timed out.'],
    ['Why was the runbook outdated?', 'Nobody owns it as a page.'],
  );
  assert.deepEqual(causes(loose), ['whys.do-not-follow']);
  const branch: PostmortemRecord = {
    whys: [
      { id: '1', question: 'Why did checkout fail?', answer: 'Database queries timed out, and the runbook was wrong.' },
      { id: '2', under: '1', question: 'Why did queries time out?', answer: 'An index was missing.' },
      { id: '3', under: '1', question: 'Why was the runbook wrong?', answer: 'It has no review date.' },
    ],
  };
  assert.deepEqual(causes(branch), []);
});

test('whys that end at a symptom or at a person', () => {
  assert.deepEqual(causes(chain(['Why did checkout fail?', 'The checkout failed.'])), ['whys.stop-at-symptom']);
  assert.ok(
    causes(chain(['Why did checkout fail?', 'Human error during the deploy.'])).includes('whys.stop-at-person'),
  );
  assert.deepEqual(causes(chain(['Why did checkout fail?', 'Kafka forgot its offsets after the restart.'])), []);
});
