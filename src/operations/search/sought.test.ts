import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stemsOf } from '../../search/index.ts';
import { type Hit, hitsOf, type Sought } from './sought.ts';

function hits(text: string, sought: Sought): Hit[] {
  const found: Hit[] = [];
  hitsOf(sought)(text, (hit) => found.push(hit) > 0);
  return found;
}

const letter = fc.constantFrom(...'aeiouybdeghilnrstv');
const ending = fc.constantFrom('', 's', 'ed', 'ing', 'ies', 'y', 'ly', 'ational', 'ization', 'fulness');
const word = fc.tuple(fc.string({ unit: letter, minLength: 1, maxLength: 6 }), ending).map((parts) => parts.join(''));

test('law: a word with a stem that is sought is marked, however it begins', () => {
  fc.assert(
    fc.property(word, fc.boolean(), (small, isCapital) => {
      const given = isCapital ? `${small[0]?.toUpperCase()}${small.slice(1)}` : small;
      const stems = stemsOf(given);
      const found = hits(`(${given})`, { stems: new Set(stems), begun: [] });
      assert.deepEqual(found, stems.length === 0 ? [] : [{ from: 1, end: given.length + 1, stems }]);
    }),
    { numRuns: 5000 },
  );
});

const runOfAll = fc.string({ unit: fc.constantFrom(...'aeioLRStn47éß障'), minLength: 1, maxLength: 8 });

test('law: a word with a stem that is sought is marked, whatever it is made of', () => {
  fc.assert(
    fc.property(runOfAll, fc.nat(), (given, which) => {
      const stems = stemsOf(given);
      const one = stems[which % Math.max(1, stems.length)];
      const found = hits(`(${given})`, { stems: new Set(one === undefined ? ['x'] : [one]), begun: [] });
      assert.deepEqual(found, one === undefined ? [] : [{ from: 1, end: given.length + 1, stems }]);
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
    const found = hits(given, { stems: new Set<string>(stems), begun });
    assert.deepEqual(
      found.map(({ from, end }) => [from, end]),
      isHit ? [[0, given.length]] : [],
    );
  });
