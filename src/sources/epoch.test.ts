import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEpoch } from './epoch.ts';

test('seconds, milli-, micro- and nanoseconds of one moment are one moment', () => {
  for (const value of [1420452224, 1420452224000, 1420452224000000, 1420452224000000000, '1420452224', '1420452224000'])
    assert.equal(readEpoch(value), 1_420_452_224_000);
  assert.equal(readEpoch(1420452224764), 1_420_452_224_764);
  assert.equal(readEpoch('1420452224.764'), 1_420_452_224_764);
});

test('what is no time gives none', () => {
  for (const value of [0, -1, 1e30, Number.NaN, Infinity, '', 'soon', '12', '$DATE', '1e12', null, {}, [], true, 42])
    assert.equal(readEpoch(value), undefined);
});
