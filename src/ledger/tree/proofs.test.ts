import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LedgerError } from '../ledger-error.ts';
import { treeInMemory } from './levels.ts';
import { emptyRoot, leafHash, nodeHash } from './node-hash.ts';
import { consistencyProof, inclusionProof, rootOf } from './proofs.ts';
import { verifyConsistency } from './verify-consistency.ts';
import { verifyInclusion } from './verify-inclusion.ts';

const leaves = Array.from({ length: 140 }, (_, index) => leafHash(Uint8Array.of(index)));
const read = treeInMemory(Buffer.concat(leaves));
const sizes = fc.integer({ min: 1, max: leaves.length });

const half = (count: number) => 2 ** Math.ceil(Math.log2(count) - 1);

/** RFC 6962 section 2.1, word for word. */
function naiveRoot(data: Uint8Array[]): Uint8Array {
  if (data.length < 2) return data[0] ?? emptyRoot;
  const k = half(data.length);
  return nodeHash(naiveRoot(data.slice(0, k)), naiveRoot(data.slice(k)));
}

/** RFC 6962 section 2.1.1. */
function naivePath(m: number, data: Uint8Array[]): Uint8Array[] {
  if (data.length < 2) return [];
  const k = half(data.length);
  return m < k
    ? [...naivePath(m, data.slice(0, k)), naiveRoot(data.slice(k))]
    : [...naivePath(m - k, data.slice(k)), naiveRoot(data.slice(0, k))];
}

/** RFC 6962 section 2.1.2. */
function naiveProof(m: number, data: Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === data.length) return whole ? [] : [naiveRoot(data)];
  const k = half(data.length);
  return m <= k
    ? [...naiveProof(m, data.slice(0, k), whole), naiveRoot(data.slice(k))]
    : [...naiveProof(m - k, data.slice(k), false), naiveRoot(data.slice(0, k))];
}

const plain = (hashes: Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));

test('roots and proofs are those of the recursion of RFC 6962, and verify', () => {
  fc.assert(
    fc.property(sizes, sizes, sizes, (one, two, three) => {
      const [index, size, later] = [one - 1, two, three].toSorted((a, b) => a - b) as [number, number, number];
      const data = leaves.slice(0, later);
      const root = rootOf(later, read);
      assert.deepEqual(plain([root]), plain([naiveRoot(data)]));
      const path = inclusionProof(Math.min(index, later - 1), later, read);
      assert.deepEqual(plain(path), plain(naivePath(Math.min(index, later - 1), data)));
      const leaf = leaves[Math.min(index, later - 1)] as Uint8Array;
      assert.ok(verifyInclusion({ leaf, index: Math.min(index, later - 1), size: later, root }, path));
      const earlier = Math.max(1, size);
      const proof = consistencyProof(earlier, later, read);
      assert.deepEqual(plain(proof), plain(naiveProof(earlier, data, true)));
      assert.ok(verifyConsistency({ size: earlier, root: rootOf(earlier, read) }, { size: later, root }, proof));
    }),
    { numRuns: 300 },
  );
});

test('a proof verifies for its own leaf, index and size only', () => {
  fc.assert(
    fc.property(sizes, fc.nat(139), fc.nat(139), (size, first, second) => {
      const [index, other] = [first % size, second % size];
      const claim = { leaf: leaves[index] as Uint8Array, index: other, size, root: rootOf(size, read) };
      assert.equal(verifyInclusion(claim, inclusionProof(index, size, read)), index === other);
    }),
  );
});

test('the empty tree begins every tree without a proof, and only when its root is that of nothing', () => {
  const later = { size: 3, root: rootOf(3, read) };
  assert.ok(verifyConsistency({ size: 0, root: emptyRoot }, later, []));
  assert.ok(!verifyConsistency({ size: 0, root: later.root }, later, []));
  assert.ok(!verifyConsistency({ size: 0, root: emptyRoot }, later, [emptyRoot]));
});

test('proofs of what is not in the tree are refused', () => {
  const refused = (error: unknown) => error instanceof LedgerError && error.code === 'ledger.out-of-range';
  for (const [index, size] of [
    [3, 3],
    [-1, 3],
    [0, 0],
    [0.5, 3],
    [Number.NaN, 3],
  ] as const)
    assert.throws(() => inclusionProof(index, size, read), refused);
  for (const [size, later] of [
    [0, 3],
    [4, 3],
    [1.5, 3],
  ] as const)
    assert.throws(() => consistencyProof(size, later, read), refused);
  assert.throws(() => rootOf(141, read), refused);
});

test('verifying never throws and never accepts numbers that are none', () => {
  const root = rootOf(5, read);
  for (const size of [Number.NaN, Infinity, -1, 2 ** 60, 0.5]) {
    assert.ok(!verifyInclusion({ leaf: root, index: 0, size, root }, []));
    assert.ok(!verifyConsistency({ size: 1, root }, { size, root }, []));
  }
});
