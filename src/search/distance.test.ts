import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceWithin } from './distance.ts';

/** The same by its definition: the whole table. */
function plainly(left: string, right: string): number {
  const cell = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  const table = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let row = 1; row <= left.length; row += 1)
    for (let column = 1; column <= right.length; column += 1) {
      const changed = cell(row - 1, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const swapped =
        left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
          ? cell(row - 2, column - 2) + 1
          : Infinity;
      (table[row] as number[])[column] = Math.min(
        changed,
        swapped,
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
      );
    }
  return cell(left.length, right.length);
}

test('law: a distance is that of the whole table, where it is within what is asked', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (left, right, most) => {
      const distance = plainly(left, right);
      assert.equal(distanceWithin(left, right, most), distance <= most ? distance : undefined);
    }),
    { numRuns: 5000 },
  );
});

for (const [left, right, distance] of [
  ['checkout', 'chekout', 1],
  ['checkout', 'cehckout', 1],
  ['checkout', 'cehkout', 2],
  ['checkout', 'chck', undefined],
  ['a'.repeat(300), 'a'.repeat(299), 1],
] as const)
  test(`${left.slice(0, 9)} and ${right.slice(0, 9)} are ${distance ?? 'too many'} slips apart`, () =>
    assert.equal(distanceWithin(left, right, 2), distance));
