import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stemsOf } from '../../search/index.ts';
import { hitsOf } from './sought.ts';

const letter = fc.constantFrom(...'aeiouybdeghilnrstv');
const ending = fc.constantFrom('', 's', 'ed', 'ing', 'ies', 'y', 'ly', 'ational', 'ization', 'fulness');
const word = fc.tuple(fc.string({ unit: letter, minLength: 1, maxLength: 6 }), ending).map((parts) => parts.join(''));

test('law: a word with a stem that is sought is marked, however it begins', () => {
  fc.assert(
    fc.property(word, fc.boolean(), (small, isCapital) => {
      const given = isCapital ? `${small[0]?.toUpperCase()}${small.slice(1)}` : small;
      const stems = stemsOf(given);
      const hit = hitsOf({ stems: new Set(stems), begun: [] }).stemsAt(`(${given})`, 1, given.length + 1);
      assert.deepEqual(hit, stems.length === 0 ? undefined : stems);
    }),
    { numRuns: 5000 },
  );
});

for (const [given, stems, begun, isHit] of [
  ['OOMKilled', ['kill'], [], true],
  ['Größe', ['gross'], [], true],
  ['Checkout', [], ['check'], true],
  ['checkout', [], ['ch'], true],
  ['check', [], ['checkout'], false],
  ['障害', ['障害'], [], true],
  ['x', ['x'], [], true],
  ['slow', ['fast'], [], false],
] as const)
  test(`${given} is ${isHit ? '' : 'not '}marked for ${[...stems, ...begun].join()}`, () => {
    const hits = hitsOf({ stems: new Set<string>(stems), begun });
    assert.equal(hits.stemsAt(given, 0, given.length) !== undefined, isHit);
  });
