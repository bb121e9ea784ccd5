import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeEdits } from './merge-edits.ts';
import { textEdits, withEdits } from '../../operations/part/text-edits.ts';

const merged = (base: string, ours: string, theirs: string) => withEdits(ours, mergeEdits(base, ours, theirs));
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'cc', '\n', '😀', 'ü'), maxLength: 40 });

test('edits between two texts make the one of the other, in order, without cutting a character in two', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = textEdits(before, after);
      assert.equal(withEdits(before, edits), after);
      let last = 0;
      for (const { from, to, insert } of edits) {
        assert.ok(from >= last && to >= from);
        assert.ok(insert.isWellFormed() && before.slice(0, from).isWellFormed() && before.slice(0, to).isWellFormed());
        last = to;
      }
    }),
    { numRuns: 2000 },
  );
});

test('only the words that changed are edited', () => {
  assert.deepEqual(textEdits('one two three four', 'one 2 three 4'), [
    { from: 4, to: 7, insert: '2' },
    { from: 14, to: 18, insert: '4' },
  ]);
});

test('two long texts that have nothing in common take no second', () => {
  const many = (word: string) => Array.from({ length: 200_000 }, (_, index) => `${word}${index}`).join(' ');
  const start = performance.now();
  textEdits(many('a'), many('b'));
  assert.ok(performance.now() - start < 1000);
});

test('when only one side changed, its text is the result', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      assert.equal(merged(base, base, other), other);
      assert.equal(merged(base, other, base), other);
      assert.equal(merged(base, other, other), other);
    }),
    { numRuns: 2000 },
  );
});

test('edits of both sides at different places are both there', () => {
  assert.equal(
    merged('The pool was full.', 'The pool was full. We scaled.', 'The database pool was full.'),
    'The database pool was full. We scaled.',
  );
  assert.equal(merged('a b c', 'a B c', 'a b c d'), 'a B c d');
});

test('what was typed inside a sentence that somebody else removed stays', () => {
  assert.equal(merged('one two three', 'one two NEW three', 'one'), 'oneNEW ');
});
