import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSentence } from './claims-sentence.ts';

const told = (sentence: string) => readSentence(sentence).map(({ figure, value }) => `${figure}=${value.seconds / 60}`);

test('a gap that is so long or wide, or lies between the first and the last, is the whole', () => {
  assert.deepEqual(told('The gap is 67 minutes wide.'), ['duration=67']);
  assert.deepEqual(told('The list is 67 minutes long.'), []);
  assert.deepEqual(
    told('It was about an hour, give or take, from the first wrong note until the last organ was mute.'),
    ['duration=60'],
  );
  assert.deepEqual(told('It should be an hour from the first note until the last one.'), []);
  assert.deepEqual(told('Fifty minutes, then, in which nobody could lend a book.'), ['duration=50']);
  assert.deepEqual(told('Then came two hours of no light.'), ['duration=120']);
});

test('a length that follows from two times measures them', () => {
  assert.deepEqual(told('It began at 06:30 and ended at 08:50, so 2 hours 20 minutes.'), ['duration=140']);
  assert.deepEqual(told('It began at 06:30, so 20 minutes.'), []);
});

test('under a summary a length behind "during" counts, and a crowd of jobs that were not run', () => {
  const summary = (sentence: string) => readSentence(sentence, 'told').map(({ value }) => value.seconds / 60);
  assert.deepEqual(summary('The catalogue returned no books during 1h 20min on May 21.'), [80]);
  assert.deepEqual(summary('No new print jobs were started for 87 minutes.'), [87]);
  assert.deepEqual(summary('Jobs were paused for 87 minutes.'), []);
});
