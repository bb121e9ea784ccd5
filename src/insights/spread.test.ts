import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quantiles } from './spread.ts';

/** The value at a share of the way through the order, by sorting. */
function sorted(values: number[], share: number): number {
  const ordered = values.toSorted((left, right) => left - right);
  const place = share * (ordered.length - 1);
  const [below = 0, above = 0] = [ordered[Math.floor(place)], ordered[Math.ceil(place)]];
  return below + (place - Math.floor(place)) * (above - below);
}

test('median and 90th percentile are those of the sorted values, whatever their order and however many are equal', () => {
  const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1e7 })), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(values, (given) => {
      const { median, p90 } = quantiles(Float64Array.from(given));
      assert.deepEqual([median, p90], [sorted(given, 0.5), sorted(given, 0.9)]);
    }),
  );
});

test('many values in order, backwards, and all alike take no time', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => index);
  for (const given of [many, many.toReversed(), many.map(() => 7)]) {
    const { median } = quantiles(Float64Array.from(given));
    assert.equal(median, sorted(given, 0.5));
  }
});
