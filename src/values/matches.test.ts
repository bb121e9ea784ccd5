import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchesOf } from './matches.ts';

test('it finds what matchAll finds, empty matches too', () => {
  for (const pattern of [/a+/g, /b|$/g, /(?=c)/g, /a(b)?/g])
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') }), (text) => {
        const all = [...text.matchAll(pattern)].map((match) => [match.index, ...match]);
        assert.deepEqual(
          matchesOf(pattern, text).map((match) => [match.index, ...match]),
          all,
        );
      }),
    );
});

test('a pattern that is not global is refused instead of walked for ever', () => {
  assert.throws(() => matchesOf(/a/, 'aa'), TypeError);
});
