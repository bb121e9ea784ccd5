import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shownLines } from '../../web/screens/history/diff/pair-lines.ts';
import { type Piece, wordDiff } from '../../web/screens/history/diff/word-diff.ts';

const side = (pieces: Piece[], other: Piece['kind']) =>
  pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
const words = fc
  .array(fc.constantFrom('pool', 'size', ' ', '  ', ',', '\n', 'is', '20', 'größer'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('both texts can be read out of what is marked', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = wordDiff(before, after);
      assert.equal(side(pieces, 'added'), before);
      assert.equal(side(pieces, 'removed'), after);
    }),
    { numRuns: 500 },
  );
});

test('equal texts have no marks, words that changed beside each other are one mark', () => {
  assert.deepEqual(wordDiff('as it was', 'as it was'), [{ kind: 'same', text: 'as it was' }]);
  assert.deepEqual(wordDiff('failed for one hour.', 'failed for two hours.'), [
    { kind: 'same', text: 'failed for ' },
    { kind: 'removed', text: 'one hour' },
    { kind: 'added', text: 'two hours' },
    { kind: 'same', text: '.' },
  ]);
});

test('texts too long to be compared by words are shown whole, at once', () => {
  const [before, after] = ['a b '.repeat(5000), 'b c '.repeat(5000)];
  const begun = performance.now();
  assert.equal(wordDiff(before, after).length, 2);
  assert.ok(performance.now() - begun < 200);
});

test('a removed line is read beside the one that took its place; lines that share little are whole', () => {
  const lines = shownLines([
    { kind: 'removed', text: 'The pool had 20 connections' },
    { kind: 'removed', text: 'Gone' },
    { kind: 'added', text: 'The pool had 60 connections' },
    { kind: 'same', text: '' },
  ]);
  assert.deepEqual(
    lines.map(({ kind, pieces }) => [kind, pieces.filter((piece) => piece.kind !== 'same').map(({ text }) => text)]),
    [
      ['removed', ['20']],
      ['removed', ['Gone']],
      ['added', ['60']],
      ['same', []],
    ],
  );
});
