import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findQuote, quoteOf } from './find-quote.ts';

const source = 'The pool was full at ten. Nobody was paged. The pool was emptied at eleven, and the alert was mended.';
const quoted = (words: string, from = source.indexOf(words)) => quoteOf(source, from, from + words.length);
const textAt = (text: string, found: ReturnType<typeof findQuote>) =>
  found === undefined ? 'gone' : `${found.changed ? 'changed: ' : ''}${text.slice(found.from, found.to)}`;

test('a quote is found where it was, and where text before it moved it', () => {
  assert.deepEqual(findQuote(source, quoted('Nobody')), { from: 26, to: 32, changed: false });
  const longer = `A new first sentence. ${source}`;
  assert.equal(findQuote(longer, quoted('Nobody'))?.from, 48);
});

test('of several places with the same words it is the one among the same words', () => {
  const second = quoted('The pool was', source.lastIndexOf('The pool was'));
  const shuffled = source.replace('The pool was full at ten. ', '') + ' The pool was full at ten.';
  assert.equal(findQuote(shuffled, second)?.from, shuffled.indexOf('The pool was emptied'));
});

test('what stands in its place between the same words is the quote, changed', () => {
  const changed = source.replace('Nobody was paged', 'Nobody at all was called');
  assert.equal(textAt(changed, findQuote(changed, quoted('Nobody was paged'))), 'changed: Nobody at all was called');
});

test('a quote that was taken out is gone, also when its words stand elsewhere', () => {
  const without = source.replace(' Nobody was paged.', '');
  assert.equal(findQuote(without, quoted('Nobody was paged.')), undefined);
  assert.equal(findQuote('It was over at ten.', quoted('at ten')), undefined);
  assert.equal(findQuote('', quoted('Nobody')), undefined);
});

test('a long quote that was moved elsewhere is found there', () => {
  const sentence = 'The pool was emptied at eleven';
  const moved = `${sentence}. Then came the rest of the day.`;
  assert.equal(textAt(moved, findQuote(moved, quoted(sentence))), sentence);
});

test('the whole of a text is found in it, and is changed with it', () => {
  const whole = quoteOf('Full.', 0, 5);
  assert.deepEqual(findQuote('Full.', whole), { from: 0, to: 5, changed: false });
  assert.equal(findQuote('Empty.', whole), undefined);
});

test('a place between words is found as long as nothing stands in it', () => {
  const place = quoteOf(source, 25, 25);
  assert.deepEqual(findQuote(source, place), { from: 25, to: 25, changed: false });
  const filled = `${source.slice(0, 25)} Really.${source.slice(25)}`;
  assert.equal(textAt(filled, findQuote(filled, place)), 'changed:  Really.');
});

test('a text that repeats itself takes no longer than it is long', () => {
  const long = 'ab'.repeat(500_000);
  const begun = performance.now();
  findQuote(long, { text: 'ab', before: 'ba'.repeat(20), after: 'ab'.repeat(20), from: 400_000 });
  findQuote(long, { text: 'abx', before: 'ba'.repeat(20), after: 'ab'.repeat(20), from: 400_000 });
  assert.ok(performance.now() - begun < 500);
});
