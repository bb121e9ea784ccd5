import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalText } from './canonical.ts';
import { LedgerError } from './ledger-error.ts';

test('canonical JSON is that of RFC 8785', () => {
  const value = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
    string: '€$\u000f\nA\'B"\\/',
    literals: [null, true],
  };
  const text = String.raw`{"literals":[null,true],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\u000f\nA'B\"\\/"}`;
  assert.equal(canonicalText(value), text);
  assert.equal(
    canonicalText({ '\ufb33': 1, '\ud83d\ude00': 2, '€': 3, a: undefined }),
    '{"€":3,"\ud83d\ude00":2,"\ufb33":1}',
  );
});

test('what JSON cannot hold is refused', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  for (const value of [Number.NaN, [Infinity], '\ud800', { a: '\udc00' }, 1n, undefined, cycle, () => 1])
    assert.throws(
      () => canonicalText(value),
      (error) => error instanceof LedgerError && error.code === 'ledger.not-json',
    );
});
