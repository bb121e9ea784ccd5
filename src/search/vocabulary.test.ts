import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeVocabulary } from './vocabulary.ts';

test('written words are found by two, three and more of their first letters, the most frequent first', () => {
  const vocabulary = makeVocabulary();
  const written = { da: 1, database: 3, date: 2, dab: 1, dish: 5, über: 4 };
  for (const [word, times] of Object.entries(written))
    for (let time = 0; time < times; time += 1) vocabulary.seen(vocabulary.numberOf(word));
  const beginning = (letters: string, most = 10): string[] =>
    vocabulary.beginning(letters, most).map(vocabulary.wordAt);
  assert.deepEqual(beginning('da'), ['database', 'date', 'da', 'dab']);
  assert.deepEqual(beginning('da', 2), ['database', 'date']);
  assert.deepEqual(beginning('dat'), ['database', 'date']);
  assert.deepEqual(beginning('datab'), ['database']);
  assert.deepEqual(beginning('üb'), ['über']);
  assert.deepEqual(beginning('dax'), []);
});

test('a stem that no text has is no beginning of one', () => {
  const vocabulary = makeVocabulary();
  vocabulary.seen(vocabulary.numberOf('databases'));
  assert.deepEqual(vocabulary.beginning('datab', 10).map(vocabulary.wordAt), ['databases']);
});
