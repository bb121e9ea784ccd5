import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownLines, ownWords } from './own-words.ts';

test('fenced code and quotes are blanked, and every offset stays', () => {
  const text = 'we\n```sh\nfail\n```\n > they\nsaid';
  assert.equal(ownWords(text), 'we\n     \n    \n   \n       \nsaid');
});

test('a fence is closed by one of its own kind and length only', () => {
  assert.equal(ownWords('````\n```\na\n````\nb'), `    \n   \n \n    \nb`);
});

test('an open fence goes to the end, and one in the last line opens nothing', () => {
  assert.equal(ownWords('~~~\na\nb'), '   \n \n ');
  assert.equal(ownWords('a\n```'), 'a\n```');
});

test('lines give what the text gives', () => {
  const text = 'a\n```\n> b\n``` c\n> d\ne -> f\n';
  assert.deepEqual(ownLines(text.split('\n')), ownWords(text).split('\n'));
});

test('a long run of backticks takes no longer than other text', () => {
  const start = performance.now();
  ownWords(`\n${'`'.repeat(1_000_000)}`);
  assert.ok(performance.now() - start < 1000);
});
